/**
 * AREA where both sides shrink: each pixel is the mean of what it covers. Where both ratios are whole numbers that is
 * a sum of whole numbers; else every product and sum is a float32, row by row, as OpenCV's `resize` computes them.
 */

import { type Side, scaleOf } from "./taps.ts";

/** For each pixel, the positions `at[i]` with weights `weight[i]`, i from `begin[pixel]` to `begin[pixel + 1]`. */
export interface Cover {
  begin: Int32Array;
  at: Int32Array;
  weight: Float32Array;
}

/** How many whole pixels make one, where the ratio is a whole number. */
export function wholeRatio(side: { source: number; resized: number }): number | undefined {
  const ratio = scaleOf(side);
  const whole = Math.round(ratio);
  return Math.abs(ratio - whole) < Number.EPSILON ? whole : undefined;
}

/** Each pixel covers `ratio` pixels, none in parts; the weights are not used. */
export function wholeCover(side: Side, ratio: number): Cover {
  const count = side.length * ratio;
  return {
    begin: Int32Array.from({ length: side.length + 1 }, (_, i) => i * ratio),
    at: Int32Array.from({ length: count }, (_, i) => side.start * ratio + i),
    weight: new Float32Array(0),
  };
}

export function partialCover(side: Side): Cover {
  const scale = scaleOf(side);
  const most = side.length * (Math.ceil(scale) + 2);
  const begin = new Int32Array(side.length + 1);
  const at = new Int32Array(most);
  const weight = new Float32Array(most);
  let count = 0;
  const add = (position: number, share: number) => {
    at[count] = position;
    weight[count++] = share;
  };
  for (let i = 0; i < side.length; i++) {
    const from = (side.start + i) * scale;
    const to = from + scale;
    const width = Math.min(scale, side.source - from);
    // Parts of a pixel up to a thousandth are left out.
    const last = Math.min(Math.floor(to), side.source - 1);
    const first = Math.min(Math.ceil(from), last);
    if (first - from > 1e-3) add(first - 1, (first - from) / width);
    for (let position = first; position < last; position++) add(position, 1 / width);
    if (to - last > 1e-3) add(last, Math.min(Math.min(to - last, 1), width) / width);
    begin[i + 1] = count;
  }
  return { begin, at: at.subarray(0, count), weight: weight.subarray(0, count) };
}
