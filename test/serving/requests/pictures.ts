/** Pictures to `resnet50` and `digits`, and what is none. */

import { readFile } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import { decodeRgb } from "../../../src/demo-serving/picture/decode.ts";
import { samples } from "../../../src/samples/index.ts";
import { ask, bytes, type RawRequest, text } from "./raw.ts";
import { array, scalar, zeros } from "./values.ts";

const METHODS = [
  "classify_top1",
  "classify_top5",
  "classify_top1_batch",
  "classify_top1_v2",
  "classify_top1_v3",
] as const;

/** A sample photo with its longer side of `side` pixels. */
async function photo(id: string, side: number): Promise<Sharp> {
  const { package: name, pathInPackage } = samples.find((sample) => sample.id === id)!;
  const file = await readFile(`node_modules/${name}/${pathInPackage}`);
  return sharp(file).resize(side, side, { fit: "inside" });
}

const asBytes = async (picture: Sharp) => bytes(await picture.toBuffer());
const panda = await photo("panda", 80);
const jpeg = await panda.clone().jpeg().toBuffer();
const small = panda.clone().resize(32);
const png = await small.clone().png().toBuffer();
const image = bytes(jpeg);
const swing = await asBytes((await photo("swing", 60)).jpeg());

/** What the model takes for an image of 224×224: planes of red, green and blue, in [0, 1]. */
const asPixels = (rgb: Uint8Array) => {
  const count = rgb.length / 3;
  const planes = Array.from(
    rgb,
    (_, i) => rgb[(i % count) * 3 + Math.floor(i / count)]! * Math.fround(1 / 255),
  );
  return array("float32", planes, [3, 224, 224]);
};
const pixels = asPixels((await decodeRgb(jpeg, 224, 224)) as Uint8Array);

/** White on black: a seven, in strokes as wide as the model knows them. */
const seven = sharp(
  Buffer.from(
    '<svg width="64" height="64"><rect width="64" height="64"/><path d="M14 10h36L28 56" stroke="white" stroke-width="8" fill="none"/></svg>',
  ),
);

/** What `Decode` refuses, before it or within. */
const NO_IMAGES: readonly [string, Uint8Array][] = [
  ["a text", text("a cat")],
  ["no bytes", bytes(new Uint8Array())],
  ["five bytes", bytes(Uint8Array.of(0, 1, 2, 3, 4))],
  ["a number", array("float32", [1])],
  ["a scalar", scalar("uint8", 1)],
  ["numbers", array("float32", [1, 2])],
  ["a matrix of bytes", array("uint8", [1, 2], [1, 2])],
  ["a tensor without elements", array("uint8", [])],
  ["a GIF", await asBytes(small.clone().gif())],
  ["a WebP", await asBytes(small.clone().webp())],
  ["half a PNG", bytes(png.subarray(0, png.length / 2))],
];

const KINDS: readonly [string, Uint8Array][] = [
  ["a JPEG", image],
  ["a progressive JPEG", await asBytes(panda.clone().jpeg({ progressive: true }))],
  ["a grey JPEG", await asBytes(panda.clone().greyscale().jpeg())],
  ["a PNG", bytes(png)],
  ["a PNG with transparency", await asBytes(small.clone().ensureAlpha(0.5).png())],
  ["a JPEG of inks", await asBytes(panda.clone().toColourspace("cmyk").jpeg())],
  [
    "a TIFF with transparency",
    await asBytes(small.clone().ensureAlpha(0.5).tiff({ compression: "deflate" })),
  ],
  ["a TIFF", await asBytes(small.clone().tiff({ compression: "deflate" }))],
  ["a uint8 tensor", array("uint8", [...jpeg])],
];

/** To the method that takes what the model takes. */
const PIXELS: readonly [string, Uint8Array][] = [
  ["a JPEG's pixels", pixels],
  ["a black image", zeros("float32", [3, 224, 224])],
  ["a black image in one row", zeros("float32", [3 * 224 * 224])],
  ["an image of another size", zeros("float32", [3, 10, 10])],
  ["uint8", zeros("uint8", [3, 224, 224])],
  ["as many bytes in another dtype", zeros("int32", [3, 224, 224])],
  ["an encoded image", image],
  ["a text", text("a cat")],
];

export const pictures: readonly RawRequest[] = [
  ...METHODS.map((method) => ask(`${method} of a JPEG`, ["resnet50", method], { image })),
  ...KINDS.slice(1).map(([what, content]) =>
    ask(`classify_top5 of ${what}`, ["resnet50", "classify_top5"], { image: content }),
  ),
  ...NO_IMAGES.flatMap(([what, content]) =>
    METHODS.map((method) => ask(`${method} of ${what}`, ["resnet50", method], { image: content })),
  ),
  ...METHODS.map((method) =>
    ask(
      `${method} of good and bad`,
      ["resnet50", method],
      { image },
      { image: text("a cat") },
      { image: swing },
      { image: bytes(Uint8Array.of(1)) },
      { image },
    ),
  ),
  ...PIXELS.map(([what, content]) =>
    ask(`classify_pixels_top5 of ${what}`, ["resnet50", "classify_pixels_top5"], { pixels: content }),
  ),
  ask(
    "classify_pixels_top5 of good and bad",
    ["resnet50", "classify_pixels_top5"],
    { pixels },
    { pixels: array("float32", [1]) },
    { pixels: zeros("float32", [3, 224, 224]) },
    { pixels: image },
  ),
  ask(
    "classify_pixels_top5 of all bad",
    ["resnet50", "classify_pixels_top5"],
    ...Array(3).fill({ pixels: image }),
  ),
  ask(
    "classify_top1 of three bad alike",
    ["resnet50", "classify_top1"],
    ...Array(3).fill({ image: text("a cat") }),
  ),
  ask(
    "classify_top1 of three bad otherwise",
    ["resnet50", "classify_top1"],
    ...NO_IMAGES.slice(0, 3).map(([, content]) => ({ image: content })),
  ),
  ask("digits of a seven", ["digits", "classify_top1"], { image: await asBytes(seven.clone().png()) }),
  ask("digits of a small seven", ["digits", "classify_top1"], {
    image: await asBytes(seven.clone().resize(20, 31).png()),
  }),
  ask(
    "digits of five",
    ["digits", "classify_top1"],
    ...Array(5).fill({ image: await asBytes(seven.clone().jpeg()) }),
  ),
  ...NO_IMAGES.map(([what, content]) =>
    ask(`digits of ${what}`, ["digits", "classify_top1"], { image: content }),
  ),
];
