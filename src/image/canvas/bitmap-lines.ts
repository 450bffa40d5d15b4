/** Lines of a bitmap's pixels, read back through a canvas that holds them and no others. */

import type { PixelRows } from "../exact/resample.ts";
import { type Size, sizeOf } from "../placing/fit.ts";
import { type Drawing, discard, drawAgain, drawOn, readPixels } from "./canvas.ts";

export class BitmapLines {
  readonly #bitmap: ImageBitmap;
  readonly #background: string | undefined;
  /** Kept for the next lines: as many are asked for each time, but for the last. */
  #drawing: Drawing | undefined;

  /** With a background, transparent pixels are laid on it; without one the bitmap should have none. */
  constructor(bitmap: ImageBitmap, background: string | undefined) {
    this.#bitmap = bitmap;
    this.#background = background;
  }

  /** As ReadLines has it. */
  read(lines: Int32Array, from: number, to: number, areColumns: boolean): PixelRows {
    const along = to - from;
    const size = areColumns ? { width: lines.length, height: along } : { width: along, height: lines.length };
    const drawing = this.#drawn(size, (context) => {
      context.imageSmoothingEnabled = false;
      for (const [at, line, count] of runs(lines)) {
        if (areColumns) context.drawImage(this.#bitmap, line, from, count, along, at, 0, count, along);
        else context.drawImage(this.#bitmap, from, line, along, count, 0, at, along, count);
      }
    });
    const data = readPixels(drawing, size);
    const [across, onward] = areColumns ? [4, lines.length * 4] : [along * 4, 4];
    return { data, offset: 0, rowStride: across, columnStride: onward };
  }

  /** Frees the canvas; the bitmap stays. */
  close(): void {
    if (this.#drawing) discard(this.#drawing);
  }

  #drawn(size: Size, paint: Parameters<typeof drawAgain>[2]): Drawing {
    const drawing = this.#drawing;
    if (drawing && isWithin(size, sizeOf(drawing.canvas))) {
      drawAgain(drawing, this.#background, paint);
      return drawing;
    }
    if (drawing) discard(drawing);
    this.#drawing = drawOn(size, this.#background, paint);
    return this.#drawing;
  }
}

function isWithin(inner: Size, outer: Size): boolean {
  return inner.width <= outer.width && inner.height <= outer.height;
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
