/** A picture's pixels as MindSpore's Decode gives them, or turned upright: profiles ignored, alpha dropped. */

import { isBlob } from "../../tensor/index.ts";
import { BitmapLines } from "../canvas/bitmap-lines.ts";
import { decodeStored } from "../decode/decode.ts";
import type { ReadRows } from "../exact/resample.ts";
import type { Orientation } from "../head/exif.ts";
import { type ImageHead, readImageHead } from "../head/image-head.ts";
import { bmpPixels } from "../pixels/bmp-pixels.ts";
import { pngPixels } from "../pixels/png-pixels.ts";
import { type RawPixels, type ReadLines, rawLines, uprightRows } from "../pixels/stored-lines.ts";
import type { Size } from "../placing/fit.ts";
import { turnedSize } from "../placing/turn.ts";

/** `"upright"`: turned by its EXIF orientation; `"ignore"`: as stored, as MindSpore's Decode gives it. */
export type ExifRule = "upright" | "ignore";

export interface ExactSource {
  /** A file, a bitmap that is closed in the end, or pixels. */
  still: Blob | ImageBitmap | RawPixels;
  /** Of a file, as far as the page has read it already. */
  head?: ImageHead | undefined;
  exif: ExifRule;
  /** Laid under transparent pixels; `undefined`: alpha is dropped, and they show the colour that they hide. */
  background: string | undefined;
}

export interface ExactPixels {
  size: Size;
  read: ReadRows;
  /** Frees what was decoded. */
  close(): void;
}

/**
 * Of what MindSpore's Decode doesn't read (GIF, WebP, AVIF, drawings) and of bitmaps, transparent pixels have the colour
 * that a canvas gives back for them.
 * @throws DOMException as {@link decodeStored}
 */
export async function exactPixels({
  still,
  head: known,
  exif,
  background,
}: ExactSource): Promise<ExactPixels> {
  if (!isBlob(still)) {
    return "data" in still ? fromLines(rawLines(still), still, 1) : fromBitmap(still, 1, background);
  }
  const head = known ?? (await readImageHead(still));
  const orientation = exif === "ignore" ? 1 : head.orientation;
  const raw = await ownPixels(still, head.type, background !== undefined);
  if (raw) return fromLines(rawLines(raw), raw, orientation);
  return fromBitmap(await decodeStored(still, head, background !== undefined), orientation, background);
}

/** Decoded here, where the browser would give other colours. */
async function ownPixels(file: Blob, type: string, hasBackground: boolean): Promise<RawPixels | undefined> {
  if (type === "image/bmp") return bmpPixels(file, hasBackground);
  return type === "image/png" && !hasBackground ? pngPixels(file) : undefined;
}

function fromBitmap(
  bitmap: ImageBitmap,
  orientation: Orientation,
  background: string | undefined,
): ExactPixels {
  const lines = new BitmapLines(bitmap, background);
  const close = () => {
    lines.close();
    bitmap.close();
  };
  return fromLines(lines.read.bind(lines), bitmap, orientation, close);
}

function fromLines(lines: ReadLines, stored: Size, orientation: Orientation, close = () => {}): ExactPixels {
  const { width, height } = stored;
  const read = uprightRows(lines, { width, height }, orientation);
  return { size: turnedSize(stored, orientation), read, close };
}
