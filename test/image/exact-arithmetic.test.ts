/** The pictures' arithmetic beside MindSpore's own: equal to the byte, for every interpolation and every step. */

import { createHash } from "node:crypto";
import { Float16Array } from "@petamoriken/float16";
import { describe, expect, it } from "vitest";
import { type PixelOptions, planPixels } from "../../src/image/exact/plan.ts";
import { resample } from "../../src/image/exact/resample.ts";
import { makeExactTable, normalize, type Table } from "../../src/image/pixels/normalize.ts";
import { rgbReader } from "./exact-reader.ts";
import { madePixels } from "./mindspore/made-pixels.ts";
import {
  ARITHMETIC,
  type ElementOptions,
  type MadeSource,
  type Outcome,
  type Size,
} from "./mindspore/vectors.ts";

const { resizes, crops, refused, values, pipelines } = ARITHMETIC;
const NO_STEP = { scale: undefined, mean: undefined, std: undefined };

describe("from equal pixels the result has the bytes that MindSpore gives", () => {
  it.each(resizes.map(titled))("resized: %s", (_, { source, options, ...right }) => {
    expect(outcome(pixelsOf(source, options))).toEqual(right);
  });

  it.each(crops.map(titled))("cropped: %s", (_, { source, options, ...right }) => {
    expect(outcome(pixelsOf(source, options))).toEqual(right);
  });

  it.each(pipelines.map(titled))(
    "a whole pipeline: %s",
    (_, { source, options, elements, name, ...right }) => {
      const { data, shape } = pixelsOf(source, options);
      const [height, width, channels] = shape as [number, number, number];
      const made = halves(elementsOf(data, elements), elements);
      expect(outcome({ data: made, shape: [channels, height, width] })).toEqual(right);
    },
  );
});

it.each(values)(
  "all 256 values in three channels have the bits that MindSpore gives: $name",
  ({ options, values }) => {
    const pixels = Uint8Array.from({ length: 256 * 3 }, (_, i) => Math.floor(i / 3));
    expect(bytesOf(halves(elementsOf(pixels, options), options)).toString("base64")).toBe(values);
  },
);

it("256 values through Normalize's formula in float64 are not MindSpore's, so float32 is no matter of taste", () => {
  const table = makeExactTable("float32", { ...NO_STEP, mean: 123.675, std: 58.395 }) as Float32Array;
  const equal = table.filter((exact, value) => exact === Math.fround((value - 123.675) / 58.395));
  expect(equal.length).toBeLessThan(200);
});

it("an integer dtype takes no float32 step that leaves parts, and says which value it was", () => {
  expect(() => makeExactTable("uint8", { ...NO_STEP, scale: 1 / 3 })).toThrow(
    "dtype uint8 can't hold (1 * 0.3333333333333333 - 0) / 1, in float32",
  );
  expect(makeExactTable("int16", { ...NO_STEP, mean: 128 })[0]).toBe(-128);
});

it.each(refused.map(titled))(
  "what MindSpore refuses is a RangeError that says why: %s",
  (_, { source, options }) => {
    const planned = () => planPixels(source, options);
    expect(planned).toThrow(RangeError);
    expect(planned).toThrow(
      options.resize ? /at most 1000 times: choose/ : /less than 4 times each side: crop less/,
    );
  },
);

function pixelsOf(source: MadeSource, options: PixelOptions) {
  const data = madePixels(source.width, source.height, source.seed, source.kind);
  const plan = planPixels({ width: source.width, height: source.height }, options);
  const { width, height } = plan.size;
  return { data: resample(plan, rgbReader(data, source.width)), shape: [height, width, 3] };
}

function elementsOf(pixels: Uint8Array | Uint8ClampedArray, options: ElementOptions): Table {
  const { scale, mean, std, dtype = "float32", layout = "HWC" } = options;
  const tables = [0, 1, 2].map((channel) =>
    makeExactTable(dtype, { scale, mean: mean?.[channel], std: std?.[channel] }),
  );
  return normalize(pixels, tables, layout, 3);
}

/** Platforms without a Float16Array keep halves as float32: here they are packed as numpy has them. */
function halves(elements: Table, { dtype }: ElementOptions): ArrayBufferView {
  return dtype === "float16" ? new Float16Array(elements as Float32Array) : elements;
}

function outcome({ data, shape }: { data: ArrayBufferView; shape: number[] }): Outcome {
  const sha256 = createHash("sha256").update(bytesOf(data)).digest("hex");
  return { shape, sha256, start: Array.from(data as unknown as ArrayLike<number>).slice(0, 6) };
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}

function titled<V extends { source: Size & { kind?: string }; options: PixelOptions; name?: string }>(
  vector: V,
): [title: string, vector: V] {
  const { source, options, name } = vector;
  const steps = Object.entries(options).map(([step, value]) => `${step} ${JSON.stringify(value)}`);
  const of = `${source.width} × ${source.height}${source.kind ? ` of ${source.kind}` : ""}`;
  return [[of, ...steps, ...(name ? [name] : [])].join(", "), vector];
}
