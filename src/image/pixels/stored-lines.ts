/** Rows of the upright picture, from pixels that lie as they are stored. Lengths in pixels. */

import type { PixelRows, ReadRows } from "../exact/resample.ts";
import type { Orientation } from "../head/exif.ts";
import type { Size } from "../placing/fit.ts";
import { isTransposed } from "../placing/turn.ts";

/** Values in rows; red, green and blue of a pixel are the first three of its `step`. */
export interface RawPixels extends Size {
  data: Uint8Array | Uint8ClampedArray;
  step: number;
}

/**
 * Gives these rows, or these columns, of the stored picture, each from one place to another along it, the latter not
 * included. Of columns the answer's rows are the columns.
 */
export type ReadLines = (lines: Int32Array, from: number, to: number, areColumns: boolean) => PixelRows;

/** Reads upright rows as the stored rows or columns that they are, from the one or the other end. */
export function uprightRows(read: ReadLines, stored: Size, orientation: Orientation): ReadRows {
  const areColumns = isTransposed(orientation);
  const [lines, along] = areColumns ? [stored.width, stored.height] : [stored.height, stored.width];
  const fromLastLine = [3, 4, 7, 8].includes(orientation);
  const fromFarEnd = [2, 3, 6, 7].includes(orientation);
  return (rows, from, to) => {
    // Lines are read in ascending order always, of which a reader can make one piece.
    const wanted = fromLastLine ? rows.map((row) => lines - 1 - row).reverse() : rows;
    const [start, end] = fromFarEnd ? [along - to, along - from] : [from, to];
    const { data, offset, rowStride, columnStride } = read(wanted, start, end, areColumns);
    return {
      data,
      offset:
        offset +
        (fromLastLine ? (rows.length - 1) * rowStride : 0) +
        (fromFarEnd ? (to - from - 1) * columnStride : 0),
      rowStride: fromLastLine ? -rowStride : rowStride,
      columnStride: fromFarEnd ? -columnStride : columnStride,
    };
  };
}

/** The lines of pixels in memory, copied side by side. */
export function rawLines({ data, width, step }: RawPixels): ReadLines {
  return (lines, from, to, areColumns) => {
    const count = to - from;
    const packed = new Uint8Array(lines.length * count * step);
    const [across, onward] = areColumns ? [step, width * step] : [width * step, step];
    let at = 0;
    for (const line of lines) {
      let next = line * across + from * onward;
      for (let i = 0; i < count; i++, next += onward) {
        for (let value = 0; value < step; value++) packed[at++] = data[next + value]!;
      }
    }
    return { data: packed, offset: 0, rowStride: count * step, columnStride: step };
  };
}
