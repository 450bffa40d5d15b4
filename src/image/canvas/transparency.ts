/** Whether a decoded picture lets anything through. */

import { discard, drawOn, readPixels } from "./canvas.ts";

/** Pixels that are looked at together: 4 MB of them. */
const STRIP_PIXELS = 1 << 20;

/** Whether any pixel is not wholly opaque. Reads strip by strip, no further than the first such pixel's. */
export function isTransparent(bitmap: ImageBitmap): boolean {
  const { width } = bitmap;
  const rows = Math.max(1, Math.floor(STRIP_PIXELS / width));
  for (let top = 0; top < bitmap.height; top += rows) {
    const height = Math.min(rows, bitmap.height - top);
    const strip = drawOn({ width, height }, undefined, (context) => {
      context.drawImage(bitmap, 0, top, width, height, 0, 0, width, height);
    });
    try {
      if (!isOpaque(readPixels(strip))) return true;
    } finally {
      discard(strip);
    }
  }
  return false;
}

/** Four bytes at a time, of which the alpha is the highest: all platforms that have browsers are little-endian. */
function isOpaque({ buffer }: Uint8ClampedArray): boolean {
  let common = 0xff000000;
  for (const pixel of new Uint32Array(buffer)) common &= pixel;
  return common >>> 24 === 0xff;
}
