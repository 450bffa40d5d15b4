/** The servable `digits`: which digit somebody has written. */

import { method } from "../method/method.ts";
import { callFunction, callModel } from "../method/stage.ts";
import { decodePicture } from "../picture/decode.ts";
import type { Servable } from "../protocol/servable.ts";
import { encodedImage } from "../python/encoded-image.ts";
import { countOf, elementsOf } from "../python/numpy-elements.ts";
import { PythonError } from "../python/python-error.ts";
import { float32Array, type NumpyArray, number, type PythonInput } from "../python/python-value.ts";
import { digitModel, SIDE } from "./digits-model.ts";
import { shrunkGrey } from "./grey.ts";

const IMAGE = [1, SIDE, SIDE];

export function digitsServable(): Servable {
  const model = callModel(digitModel(), ["image"], ["score"]);
  return {
    name: "digits",
    versions: [1n],
    methods: new Map([
      // image: bytes of an encoded image of any size → label: int64 (), 0 to 9.
      ["classify_top1", method(["image"], ["label"], preprocess, model, best)],
      // pixels: float32 (8, 8) in [0, 1] → label: int64 (), 0 to 9; score: float32 (10,), probabilities.
      ["classify_pixels", method(["pixels"], ["label", "score"], asModelInput, model, bestAndScore)],
    ]),
  };
}

/** image: an encoded image → float32 (1, 8, 8) in [0, 1]. */
const preprocess = callFunction({
  name: "preprocess",
  inputs: ["image"],
  outputs: ["image"],
  run: async (image) => {
    const picture = await decodePicture(encodedImage(image));
    if ("error" in picture) throw new PythonError(picture.error);
    return float32Array(
      shrunkGrey(picture, SIDE).map((grey) => grey / 255),
      IMAGE,
    );
  },
});

const best = callFunction({ name: "best", inputs: ["score"], outputs: ["label"], run: argmax });

/** 64 elements in any shape → (1, 8, 8). */
const asModelInput = callFunction({
  name: "as_model_input",
  inputs: ["pixels"],
  outputs: ["image"],
  run: (pixels) => reshape(pixels, IMAGE),
});

const bestAndScore = callFunction({
  name: "best_and_score",
  inputs: ["score"],
  outputs: ["label", "score"],
  run: (score) => [argmax(score), score],
});

function reshape(value: PythonInput, shape: readonly number[]): NumpyArray {
  if (typeof value === "string") throw new PythonError("'str' object has no attribute 'reshape'");
  if (countOf(value) !== SIDE * SIDE) {
    throw new PythonError(`cannot reshape array of size ${countOf(value)} into shape (${shape.join(",")})`);
  }
  return { ...value, shape };
}

/** The place of the largest, the first of several: int64 (). */
function argmax(score: PythonInput): NumpyArray {
  const elements = Array.from(elementsOf(score as NumpyArray) as ArrayLike<number>);
  return number("int64", BigInt(elements.indexOf(Math.max(...elements))));
}
