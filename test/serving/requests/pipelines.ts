/** `digits` by its pixels, whose model takes two at a time, and `subgraphs`. */

import unseen from "../../../src/servable-data/digits-unseen.json" with { type: "json" };
import { ask, bytes, type RawRequest, text } from "./raw.ts";
import { array, zeros } from "./values.ts";

/** 0 to 16, as they were scanned. */
const digit = (i: number) =>
  array(
    "float32",
    unseen[i]!.pixels.map((ink) => ink / 16),
    [8, 8],
  );
const PIXELS = ["digits", "classify_pixels"] as const;
const blank = zeros("float32", [8, 8]);

const digits = [
  ...[1, 2, 3, 4, 7].map((count) =>
    ask(
      `classify_pixels of ${count}`,
      PIXELS,
      ...Array.from({ length: count }, (_, i) => ({ pixels: digit(i) })),
    ),
  ),
  ask("classify_pixels of 64 in one row", PIXELS, { pixels: zeros("float32", [64]) }),
  ask("classify_pixels of 63", PIXELS, { pixels: zeros("float32", [63]) }),
  ask("classify_pixels of none", PIXELS, { pixels: zeros("float32", [0]) }),
  ask("classify_pixels of a text", PIXELS, { pixels: text("7") }),
  ask("classify_pixels of float64", PIXELS, { pixels: zeros("float64", [8, 8]) }),
  ask("classify_pixels of int32", PIXELS, { pixels: zeros("int32", [8, 8]) }),
  ask("classify_pixels of bytes", PIXELS, { pixels: bytes(new Uint8Array(64)) }),
  ask(
    "classify_pixels of good and bad",
    PIXELS,
    { pixels: blank },
    { pixels: zeros("float32", [3]) },
    { pixels: digit(3) },
    { pixels: zeros("int32", [8, 8]) },
    { pixels: digit(4) },
  ),
  ask("classify_pixels of all bad", PIXELS, ...Array(3).fill({ pixels: zeros("int8", [8, 8]) })),
];

const PREDICT = ["subgraphs", "predict"] as const;
const large = array(
  "float32",
  Array.from({ length: 128 * 96 }, (_, i) => (i % 7) - 3),
  [128, 96],
);
const small = array(
  "float32",
  Array.from({ length: 8 * 96 }, (_, i) => (i % 5) - 2),
  [8, 96],
);

const subgraphs = [
  ask("predict", PREDICT, { x: large, y: small }),
  ask("predict, in other shapes", PREDICT, {
    x: zeros("float32", [96, 128]),
    y: array("float32", Array(768).fill(2)),
  }),
  ask("predict, x of y's size", PREDICT, { x: small, y: small }),
  ask("predict, y of x's size", PREDICT, { x: large, y: large }),
  ask("predict, x a text", PREDICT, { x: text("a"), y: small }),
  ask("predict, y a text", PREDICT, { x: large, y: text("a") }),
  ask("predict, x of int32", PREDICT, { x: zeros("int32", [128, 96]), y: small }),
  ask("predict, x of float64", PREDICT, { x: zeros("float64", [8, 96]), y: small }),
  ask("predict, one of two wrong", PREDICT, { x: large, y: small }, { x: small, y: small }),
  ask("predict_subgraph", ["subgraphs", "predict_subgraph"], { x: small }),
  ask("predict_subgraph of two", ["subgraphs", "predict_subgraph"], { x: small }, { x: text("a") }),
];

export const pipelines: readonly RawRequest[] = [...digits, ...subgraphs];
