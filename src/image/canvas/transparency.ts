/** Whether a decoded picture lets anything through. */

import type { PixelRows } from "../exact/resample.ts";
import { BitmapLines } from "./bitmap-lines.ts";

/** Pixels that are looked at together: 4 MB of them. */
const STRIP_PIXELS = 1 << 20;

/** Whether any pixel is not wholly opaque. Reads strip by strip, no further than the first such pixel's. */
export function isTransparent(bitmap: ImageBitmap): boolean {
  const { width, height } = bitmap;
  const rows = Math.max(1, Math.floor(STRIP_PIXELS / width));
  const lines = new BitmapLines(bitmap, undefined);
  try {
    for (let top = 0; top < height; top += rows) {
      const strip = Int32Array.from({ length: Math.min(rows, height - top) }, (_, i) => top + i);
      if (!isOpaque(lines.read(strip, 0, width, false).data)) return true;
    }
    return false;
  } finally {
    lines.close();
  }
}

/** Four bytes at a time, of which the alpha is the highest: all platforms that have browsers are little-endian. */
function isOpaque({ buffer }: PixelRows["data"]): boolean {
  let common = 0xff000000;
  for (const pixel of new Uint32Array(buffer)) common &= pixel;
  return common >>> 24 === 0xff;
}
