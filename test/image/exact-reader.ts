/** Readers of pixels in memory, as the exact way asks for them. */

import type { ReadRows } from "../../src/image/exact/resample.ts";

/** Of packed RGB: gives what is asked for and no byte more. */
export function rgbReader(data: Uint8Array, width: number): ReadRows {
  return (rows, from, to) => {
    const rowStride = (to - from) * 3;
    const given = new Uint8Array(rows.length * rowStride);
    rows.forEach((row, i) => {
      given.set(data.subarray((row * width + from) * 3, (row * width + to) * 3), i * rowStride);
    });
    return { data: given, offset: 0, rowStride, columnStride: 3 };
  };
}
