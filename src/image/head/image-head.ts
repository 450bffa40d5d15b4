/** What the first bytes of a file tell: its format, its size in pixels and its orientation; nothing is decoded. */

import { readBmpHead } from "./bmp-head.ts";
import { ByteWindow, readPiece } from "./byte-window.ts";
import type { Orientation } from "./exif.ts";
import { type HeadFacts, NO_FACTS } from "./head-facts.ts";
import { readJpegHead } from "./jpeg-head.ts";
import { readPngHead } from "./png-head.ts";
import { SIGNATURE_BYTES, sniffType } from "./sniff.ts";
import { isRaw } from "./tiff-head.ts";
import { readWebpHead } from "./webp-head.ts";

export interface ImageHead extends HeadFacts {
  /** Media type by the file's own bytes; what its name or `type` says doesn't count. "" for an unknown format. */
  type: string;
}

/**
 * Reads a file's head; slices of 64 KiB, one for nearly every photo.
 * @throws DOMException when the file can't be read (gone, or changed on disk)
 */
export async function readImageHead(blob: Blob): Promise<ImageHead> {
  const file = new ByteWindow(blob);
  const sniffed = sniffType(await file.read(0, SIGNATURE_BYTES));
  const type = sniffed === "image/tiff" ? await withoutRaw(file) : sniffed;
  return { type, ...(await readFacts(type, file)) };
}

/**
 * A file's media type by its own first bytes, such as `"image/heic"`; what its name or `type` says doesn't count. "" for
 * what is no picture that is known. A camera's raw file is `"image/x-raw"`.
 * @throws DOMException `NotReadableError` when the file can't be read (gone, changed on disk, or a folder)
 */
export async function readMediaType(blob: Blob): Promise<string> {
  // No more than that of each of ten thousand files.
  const type = sniffType(await readPiece(blob.slice(0, SIGNATURE_BYTES), blob));
  return type === "image/tiff" ? withoutRaw(new ByteWindow(blob)) : type;
}

/** Of what looks like a TIFF. */
async function withoutRaw(file: ByteWindow): Promise<string> {
  return (await isRaw(file)) ? "image/x-raw" : "image/tiff";
}

/** The orientation that a file's EXIF asks for; 1 where there is none or it is broken. */
export async function readOrientation(blob: Blob): Promise<Orientation> {
  return (await readImageHead(blob)).orientation;
}

function readFacts(type: string, file: ByteWindow): HeadFacts | Promise<HeadFacts> {
  switch (type) {
    case "image/jpeg":
      return readJpegHead(file);
    case "image/png":
      return readPngHead(file);
    case "image/webp":
      return readWebpHead(file);
    case "image/bmp":
      return readBmpHead(file);
    default:
      return NO_FACTS;
  }
}
