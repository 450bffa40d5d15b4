/** Lines of a bitmap's pixels, read back through a canvas that holds them and no others. */

import type { ReadLines } from "../pixels/stored-lines.ts";
import { discard, drawOn, readPixels } from "./canvas.ts";

/** With a background, transparent pixels are laid on it; without one the bitmap should have none. */
export function bitmapLines(bitmap: ImageBitmap, background: string | undefined): ReadLines {
  return (lines, from, to, areColumns) => {
    const along = to - from;
    const size = areColumns ? { width: lines.length, height: along } : { width: along, height: lines.length };
    const drawing = drawOn(size, background, (context) => {
      context.imageSmoothingEnabled = false;
      for (const [at, line, count] of runs(lines)) {
        if (areColumns) context.drawImage(bitmap, line, from, count, along, at, 0, count, along);
        else context.drawImage(bitmap, from, line, along, count, 0, at, along, count);
      }
    });
    try {
      const data = readPixels(drawing);
      const [across, onward] = areColumns ? [4, lines.length * 4] : [along * 4, 4];
      return { data, offset: 0, rowStride: across, columnStride: onward };
    } finally {
      discard(drawing);
    }
  };
}

/** Neighbouring lines are drawn in one piece: the place of the first, the first, and how many. */
function* runs(lines: Int32Array): Generator<[at: number, line: number, count: number]> {
  let start = 0;
  for (let i = 1; i <= lines.length; i++) {
    if (i < lines.length && lines[i] === lines[i - 1]! + 1) continue;
    yield [start, lines[start]!, i - start];
    start = i;
  }
}
