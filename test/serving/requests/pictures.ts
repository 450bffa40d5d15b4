/** Pictures to `resnet50` and `digits`, and what is none. */

import { readFile } from "node:fs/promises";
import sharp, { type Sharp } from "sharp";
import { samples } from "../../../src/samples/index.ts";
import { ask, bytes, type RawRequest, text } from "./raw.ts";
import { array, scalar } from "./values.ts";

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
  ["a TIFF", await asBytes(small.clone().tiff({ compression: "deflate" }))],
  ["a uint8 tensor", array("uint8", [...jpeg])],
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
