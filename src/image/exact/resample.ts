/** Resizing and cropping as MindSpore does them, reading no more of the picture than is needed. */

import { CopiedRows } from "./copied-rows.ts";
import { CoveredRows } from "./covered-rows.ts";
import type { PixelPlan } from "./plan.ts";
import { WeighedRows } from "./weighed-rows.ts";

/** Pixels of some rows. Bytes at `offset + i * rowStride + j * columnStride` + 0, 1, 2: red, green, blue. */
export interface PixelRows {
  data: Uint8ClampedArray | Uint8Array;
  /** Of the first row's column `from`. */
  offset: number;
  /** Bytes from one of the asked rows to the next. */
  rowStride: number;
  /** Bytes from a column to the next. */
  columnStride: number;
}

/** Gives these rows of the upright picture (ascending), its columns `from` to `to`, the latter not included. */
export type ReadRows = (rows: Int32Array, from: number, to: number) => PixelRows;

/**
 * The picture as the plan has it: uint8 values of shape `[height, width, 3]`, red, green, blue. From equal pixels they
 * are those of MindSpore 2.0.0 and 2.7.0 on x86-64, whose arithmetic is that of OpenCV 4's `resize`.
 */
export function resample(plan: PixelPlan, read: ReadRows): Uint8ClampedArray {
  const { size, bands, from, to } = plan;
  const result = new Uint8ClampedArray(size.width * size.height * 3);
  const rows = rowsOf(plan, result);
  for (const band of bands) {
    const { data, offset, rowStride, columnStride } = read(band, from, to);
    for (let i = 0; i < band.length; i++) rows.take(data, offset + i * rowStride, columnStride);
  }
  return result;
}

function rowsOf({ way, size, visible, zeros, resized }: PixelPlan, result: Uint8ClampedArray) {
  const target = {
    data: result,
    start: (zeros.top * size.width + zeros.left) * 3,
    rowBytes: size.width * 3,
    rows: visible.height,
    values: visible.width * 3,
  };
  if (way.kind === "copy") return new CopiedRows(way, target);
  if (way.kind === "cover") return new CoveredRows(way, target);
  // Of a row of the whole resized picture, all values that make eights.
  const floats = ((resized.width * 3) & ~7) - visible.left * 3;
  return new WeighedRows(way, target, floats);
}
