/** Resizing and cropping as MindSpore does them, reading no more of the picture than is needed. */

import type { PixelPlan } from "./plan.ts";

/** Pixels of some rows. Values at `offset + i * rowStride + j * columnStride` + 0, 1, 2: red, green, blue. */
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

/** The picture as uint8 values, red, green and blue of each pixel side by side, rows from the top. */
export function resample(plan: PixelPlan, read: ReadRows): Uint8Array {
  throw new Error(`not built yet: ${plan.size.width}, ${read.length}`);
}
