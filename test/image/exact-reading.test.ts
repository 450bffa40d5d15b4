/** What the exact way reads of a picture, and that how it is read changes nothing. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type PixelOptions, type PixelPlan, planPixels } from "../../src/image/exact/plan.ts";
import { type ReadRows, resample } from "../../src/image/exact/resample.ts";
import { rgbReader } from "./exact-reader.ts";
import { madePixels } from "./mindspore/made-pixels.ts";

const interpolations = fc.constantFrom("linear", "nearest", "area", "cubic");
const side = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 70 }));
const sides = fc.tuple(side, side);

/** A picture and what may be asked of it: at most 1000 times as large, cropped to less than 4 times. */
const cases = fc
  .record({ source: fc.record({ width: side, height: side }), interpolation: interpolations, resize: sides })
  .chain(({ source, interpolation, resize }) => {
    const crop = fc.tuple(shorterThan(4 * resize[0]), shorterThan(4 * resize[1]));
    return fc.record({
      source: fc.constant(source),
      options: fc.record({
        interpolation: fc.constant(interpolation),
        resize: fc.constant(resize),
        crop: fc.option(crop, { nil: undefined }),
      }),
      seed: fc.nat(1000),
    });
  });

const checked = (holds: (given: Case) => void) => fc.assert(fc.property(cases, holds), { numRuns: 100 });

interface Case {
  source: { width: number; height: number };
  options: PixelOptions;
  seed: number;
}

type Layout = (rows: number, columns: number) => { offset: number; rowStride: number; columnStride: number };

const LAYOUTS: Readonly<Record<string, Layout>> = {
  "RGBA behind other bytes": (_, columns) => ({ offset: 7, rowStride: columns * 4, columnStride: 4 }),
  "columns one after the other": (rows) => ({ offset: 0, rowStride: 3, columnStride: rows * 3 }),
  "the last row first": (rows, columns) => ({
    offset: (rows - 1) * columns * 4,
    rowStride: columns * -4,
    columnStride: 4,
  }),
  "columns from the end": (rows, columns) => ({
    offset: (rows * columns - 1) * 4,
    rowStride: -4,
    columnStride: rows * -4,
  }),
};

describe("the rows and columns that are read", () => {
  it("are asked for in ascending order, each once, and lie in the picture", () => {
    checked(({ source, options }) => {
      const { bands, from, to } = planPixels(source, options);
      const rows = bands.flatMap((band) => [...band]);
      expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b));
      expect(rows[0]).toBeGreaterThanOrEqual(0);
      expect(rows.at(-1)).toBeLessThan(source.height);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(source.width);
    });
  });

  it("are those of the crop alone where the size stays", () => {
    for (const interpolation of ["linear", "nearest", "area", "cubic"] as const) {
      const plan = planPixels({ width: 101, height: 80 }, { crop: [4, 10], interpolation });
      expect(rowsOf(plan)).toEqual([38, 39, 40, 41]);
      expect([plan.from, plan.to]).toEqual([45, 55]);
    }
  });

  it.each([
    ["nearest", 224],
    ["linear", 448],
    ["cubic", 896],
  ] as const)("of a photo for %s are no more than %i rows, and the crop's columns", (interpolation, most) => {
    const plan = planPixels({ width: 4000, height: 3000 }, { resize: 256, crop: 224, interpolation });
    expect(rowsOf(plan).length).toBeLessThanOrEqual(most);
    expect(rowsOf(plan).length).toBeGreaterThan(most * 0.95);
    // 224 of 341 columns, 58 of them before the middle.
    expect(plan.from).toBeGreaterThan((4000 * 57) / 341);
    expect(plan.to).toBeLessThan((4000 * 283) / 341);
  });

  it("of a photo for AREA are read in bands of 512 KiB at most", () => {
    const { bands, from, to } = planPixels(
      { width: 4000, height: 3000 },
      { resize: 256, interpolation: "area" },
    );
    expect(bands.flatMap((band) => [...band])).toEqual(Array.from({ length: 3000 }, (_, row) => row));
    expect([from, to]).toEqual([0, 4000]);
    for (const band of bands) expect(band.length * 4000 * 4).toBeLessThanOrEqual(512 << 10);
    expect(bands.length).toBeLessThan(100);
  });

  it("are the one row where even one row is larger than a band", () => {
    const { bands } = planPixels(
      { width: 2_000_000, height: 3 },
      { resize: [2, 100], interpolation: "area" },
    );
    expect(bands.map((band) => [...band])).toEqual([[0], [1], [2]]);
  });
});

describe("the result is the same", () => {
  it("when every row is read by itself, and when all are read at once", () => {
    checked(({ source, options, seed }) => {
      const plan = planPixels(source, options);
      const read = rgbReader(madePixels(source.width, source.height, seed, "noise"), source.width);
      const rows = rowsOf(plan);
      const single = rows.map((row) => Int32Array.of(row));
      expect(resample({ ...plan, bands: single }, read)).toEqual(
        resample({ ...plan, bands: [Int32Array.from(rows)] }, read),
      );
    });
  });

  it("when the whole is resized and its middle taken afterwards", () => {
    checked(({ source, options, seed }) => {
      const read = rgbReader(madePixels(source.width, source.height, seed, "noise"), source.width);
      const whole = planPixels(source, { ...options, crop: undefined });
      const middle = planPixels(whole.size, { crop: options.crop, interpolation: "nearest" });
      const resized = Uint8Array.from(resample(whole, read));
      expect(resample(planPixels(source, options), read)).toEqual(
        resample(middle, rgbReader(resized, whole.size.width)),
      );
    });
  });

  it.each(Object.entries(LAYOUTS))("when the pixels lie otherwise: %s", (_, layout) => {
    checked(({ source, options, seed }) => {
      const plan = planPixels(source, options);
      const read = rgbReader(madePixels(source.width, source.height, seed, "noise"), source.width);
      expect(resample(plan, stored(read, layout))).toEqual(resample(plan, read));
    });
  });
});

it("a row or a column that is not asked for changes nothing", () => {
  checked(({ source, options, seed }) => {
    const plan = planPixels(source, options);
    const pixels = madePixels(source.width, source.height, seed, "noise");
    const { width } = source;
    const exact = rgbReader(pixels, width);
    const generous: ReadRows = (rows, from, to) => {
      const wide = rgbReader(pixels, width)(rows, 0, width);
      const data = wide.data.map((value, i) => {
        const column = Math.floor(i / 3) % width;
        return column < from || column >= to ? 255 - value : value;
      });
      return { ...wide, data, offset: from * 3 };
    };
    expect(resample(plan, generous)).toEqual(resample(plan, exact));
  });
});

function shorterThan(length: number) {
  return fc.integer({ min: 1, max: Math.min(length - 1, 90) });
}

function rowsOf({ bands }: PixelPlan): number[] {
  return bands.flatMap((band) => [...band]);
}

/** The same pixels, stored in another way. */
function stored(read: ReadRows, layout: Layout): ReadRows {
  return (rows, from, to) => {
    const columns = to - from;
    const { data: packed } = read(rows, from, to);
    const places = layout(rows.length, columns);
    const data = new Uint8Array(7 + rows.length * columns * 4);
    for (let row = 0; row < rows.length; row++) {
      for (let column = 0; column < columns; column++) {
        const at = (row * columns + column) * 3;
        const place = places.offset + row * places.rowStride + column * places.columnStride;
        data.set(packed.subarray(at, at + 3), place);
      }
    }
    return { data, ...places };
  };
}
