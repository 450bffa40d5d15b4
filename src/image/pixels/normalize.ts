/**
 * From 8-bit pixels to a tensor's elements: `(value * scale - mean) / std` for each channel, computed in float64 in
 * that order and rounded once, to nearest, ties to even, when it is stored (float32 and float16). There are 256
 * values, so each channel is a table, made once.
 */

import { arrayFor, type DType, type DTypeData, toStored } from "../../tensor/index.ts";

/** Order of a picture's dimensions: channels, height, width; or height, width, channels. */
export type Layout = "CHW" | "HWC";

/** The element for each value from 0 to 255. */
export type Table = DTypeData[DType];

/** What isn't given changes nothing. */
interface Arithmetic {
  scale?: number | undefined;
  mean?: number | undefined;
  std?: number | undefined;
}

/**
 * @throws RangeError when `dtype` can't hold a result: an integer dtype takes whole numbers in its range only,
 * nothing is rounded or cut in silence
 */
export function makeTable(dtype: DType, { scale = 1, mean = 0, std = 1 }: Arithmetic): Table {
  const formula = (value: number) => `(${value} * ${scale} - ${mean}) / ${std}`;
  return castTable(dtype, (value) => (value * scale - mean) / std, formula);
}

/**
 * The same steps in float32, each rounded, as MindSpore's Rescale (or ToTensor, for 1/255) and Normalize compute
 * them; a step that isn't asked for is none. Then cast to `dtype`, as `makeTable` does.
 * @throws RangeError as `makeTable` does
 */
export function makeExactTable(dtype: DType, { scale, mean, std }: Arithmetic): Table {
  const { fround } = Math;
  const steps = (value: number) => {
    let result = value;
    if (scale !== undefined) result = fround(result * fround(scale));
    if (mean !== undefined) result = fround(result - fround(mean));
    if (std !== undefined) result = fround(result / fround(std));
    return result;
  };
  const formula = (value: number) => `(${value} * ${scale ?? 1} - ${mean ?? 0}) / ${std ?? 1}, in float32`;
  return castTable(dtype, steps, formula);
}

function castTable(dtype: DType, from: (value: number) => number, told: (value: number) => string): Table {
  const table = new (arrayFor(dtype))(256);
  for (let value = 0; value < 256; value++) {
    try {
      (table as { [index: number]: number | bigint })[value] = toStored(from(value), dtype);
    } catch (error) {
      throw new RangeError(
        `dtype ${dtype} can't hold ${told(value)}: ${(error as Error).message}. Use float32, or other mean, std and scale`,
      );
    }
  }
  return table;
}

/**
 * Elements in the layout's order, from pixels in rows of `pixelBytes` bytes each, RGBA or RGB. Three tables give red,
 * green and blue; one gives grey, whose value from 0 to 255 is ITU-R BT.601's luma as Pillow's `convert("L")` rounds
 * it.
 */
export function normalize(
  bytes: Uint8ClampedArray | Uint8Array,
  tables: readonly Table[],
  layout: Layout,
  pixelBytes: 3 | 4 = 4,
): Table {
  const pixels = bytes.length / pixelBytes;
  const channels = tables.length;
  const first = tables[0]!;
  const data = new (first.constructor as Float32ArrayConstructor)(pixels * channels);
  if (channels === 1) {
    const grey = first as Float32Array;
    for (let i = 0, p = 0; i < pixels; i++, p += pixelBytes)
      data[i] = grey[luma(bytes[p]!, bytes[p + 1]!, bytes[p + 2]!)]!;
    return data;
  }
  // CHW: a plane for each channel; HWC: the channels of a pixel side by side.
  const step = layout === "HWC" ? channels : 1;
  for (let channel = 0; channel < channels; channel++) {
    const table = tables[channel] as Float32Array;
    let at = layout === "HWC" ? channel : channel * pixels;
    for (let p = channel; p < bytes.length; p += pixelBytes, at += step) data[at] = table[bytes[p]!]!;
  }
  return data;
}

/** 0.299 R + 0.587 G + 0.114 B in 16-bit fixed point, rounded to nearest. */
function luma(red: number, green: number, blue: number): number {
  return (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
}
