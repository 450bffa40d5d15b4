/** A file's picture, small, to be shown. */

import { bitmapOf, draw } from "./canvas/canvas.ts";
import { decodeFor } from "./decode/decode.ts";
import { readImageHead } from "./head/image-head.ts";
import { place, within } from "./placing/fit.ts";
import { turnedSize } from "./placing/turn.ts";

/**
 * The picture upright, no side longer than `maxSide` pixels, never enlarged; transparent pixels stay so. It is decoded
 * and scaled on the thread that calls: let a worker do it, which has time. The caller closes the bitmap, or hands it on.
 *
 * A thumbnail in the photo's EXIF is not taken: programs that edit photos leave old ones, and it would show what isn't
 * sent.
 * @throws DOMException as `toUpload` does
 */
export async function toPreview(file: Blob, maxSide: number): Promise<ImageBitmap> {
  const picture = await decodeFor(file, await readImageHead(file), (whole) => within(whole, maxSide));
  const { bitmap, orientation, filled, size: whole } = picture;
  const size = within(whole, maxSide);
  if (orientation === 1 && bitmap.width === size.width && bitmap.height === size.height) return bitmap;
  try {
    return await bitmapOf(
      draw(picture, size, place(turnedSize(filled, orientation), size, "fill"), "transparent"),
    );
  } finally {
    bitmap.close();
  }
}
