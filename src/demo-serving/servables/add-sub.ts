/** The example servable `add_sub`: a pipeline of two models, and one with functions between them, on 2×2 matrices. */

import { method } from "../method/method.ts";
import { float32Of } from "../method/model-run.ts";
import { callFunction, callModel } from "../method/stage.ts";
import type { Servable } from "../protocol/servable.ts";
import { add } from "../python/float32.ts";
import { float32Array, fromPython } from "../python/python-value.ts";
import { additionModel, subtractionModel } from "./elementwise.ts";

const NAMES = ["x1", "x2", "x3"];

const sum = callModel(additionModel, ["x1", "x2"], ["sum"]);
const difference = callModel(subtractionModel, ["sum", "x3"], ["y"]);

/** x: the float32 array of a model → x + 1. */
const plusOne = (name: string) =>
  callFunction({
    name: "plus_one",
    inputs: [name],
    outputs: [name],
    run: (x) => {
      const data = float32Of(fromPython(x));
      return float32Array(add(data, data.slice().fill(1)), [2, 2]);
    },
  });

export const addSubServable: Servable = {
  name: "add_sub",
  versions: [1n],
  methods: new Map([
    // x1, x2, x3: float32 of 16 bytes → y = x1 + x2 - x3: float32 (2, 2).
    ["add_sub_only_model", method(NAMES, ["y"], sum, difference)],
    // y = x1 + x2 + 1 - x3 + 1.
    ["add_sub_complex", method(NAMES, ["y"], sum, plusOne("sum"), difference, plusOne("y"))],
  ]),
};
