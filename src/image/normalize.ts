/**
 * From 8-bit pixels to a tensor's elements: `(value * scale - mean) / std` for each channel, computed in float64 in
 * that order and rounded once, to nearest, ties to even, when it is stored (float32 and float16). There are 256
 * values, so each channel is a table, made once.
 */

import { arrayFor, type DType, type DTypeData, toStored } from "../tensor/index.ts";

/** Order of a picture's dimensions: channels, height, width; or height, width, channels. */
export type Layout = "CHW" | "HWC";

/** The element for each value from 0 to 255. */
export type Table = DTypeData[DType];

interface Arithmetic {
  scale: number;
  mean: number;
  std: number;
}

/**
 * @throws RangeError when `dtype` can't hold a result: an integer dtype takes whole numbers in its range only,
 * nothing is rounded or cut in silence
 */
export function makeTable(dtype: DType, { scale, mean, std }: Arithmetic): Table {
  const table = new (arrayFor(dtype))(256);
  for (let value = 0; value < 256; value++) {
    const result = (value * scale - mean) / std;
    try {
      (table as { [index: number]: number | bigint })[value] = toStored(result, dtype);
    } catch (error) {
      throw new RangeError(
        `dtype ${dtype} can't hold (${value} * ${scale} - ${mean}) / ${std}: ${(error as Error).message}. Use float32, or other mean, std and scale`,
      );
    }
  }
  return table;
}

/**
 * Elements in the layout's order, from RGBA bytes in rows. Three tables give red, green and blue; one gives grey,
 * whose value from 0 to 255 is ITU-R BT.601's luma as Pillow's `convert("L")` rounds it.
 */
export function normalize(rgba: Uint8ClampedArray, tables: readonly Table[], layout: Layout): Table {
  const pixels = rgba.length / 4;
  const channels = tables.length;
  const first = tables[0]!;
  const data = new (first.constructor as Float32ArrayConstructor)(pixels * channels);
  if (channels === 1) {
    const grey = first as Float32Array;
    for (let i = 0, p = 0; i < pixels; i++, p += 4)
      data[i] = grey[luma(rgba[p]!, rgba[p + 1]!, rgba[p + 2]!)]!;
    return data;
  }
  // CHW: a plane for each channel; HWC: the channels of a pixel side by side.
  const step = layout === "HWC" ? channels : 1;
  for (let channel = 0; channel < channels; channel++) {
    const table = tables[channel] as Float32Array;
    let at = layout === "HWC" ? channel : channel * pixels;
    for (let p = channel; p < rgba.length; p += 4, at += step) data[at] = table[rgba[p]!]!;
  }
  return data;
}

/** 0.299 R + 0.587 G + 0.114 B in 16-bit fixed point, rounded to nearest. */
function luma(red: number, green: number, blue: number): number {
  return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
}
