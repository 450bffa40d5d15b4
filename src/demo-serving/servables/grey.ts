/** Pictures of any size to small grey ones. */

import type { RawRgb } from "../picture/raw-rgb.ts";

/** Shares of grey: ITU-R BT.601. */
const RED = 0.299;
const GREEN = 0.587;
const BLUE = 0.114;

/** How much of one pixel of a row or column lies in a field. */
interface Overlap {
  field: number;
  share: number;
}

/** uint8 RGB → side × side values from 0 to 255: the mean of what lies in each field. */
export function shrunkGrey({ data, width, height }: RawRgb, side: number): Float32Array {
  const rows = overlaps(height, side);
  const columns = overlaps(width, side);
  const sums = new Float64Array(side * side);
  for (const [y, row] of rows.entries()) {
    for (const [x, column] of columns.entries()) {
      const at = (y * width + x) * 3;
      const grey = RED * data[at]! + GREEN * data[at + 1]! + BLUE * data[at + 2]!;
      for (const down of row) {
        for (const across of column) {
          const field = down.field * side + across.field;
          sums[field] = sums[field]! + grey * down.share * across.share;
        }
      }
    }
  }
  return Float32Array.from(sums);
}

/** For each of `size` pixels, which lie in `count` fields: its part of each, in fields; those of a field add up to 1. */
function overlaps(size: number, count: number): Overlap[][] {
  return Array.from({ length: size }, (_, pixel) => {
    const [start, end] = [(pixel * count) / size, ((pixel + 1) * count) / size];
    const fields: Overlap[] = [];
    for (let field = Math.floor(start); field < Math.min(end, count); field++) {
      fields.push({ field, share: Math.min(end, field + 1) - Math.max(start, field) });
    }
    return fields;
  });
}
