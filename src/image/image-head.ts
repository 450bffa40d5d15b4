/** What the first bytes of a file tell: its format, its size in pixels and its orientation; nothing is decoded. */

import { readBmpHead } from "./bmp-head.ts";
import { ByteWindow, hasText, readPiece, viewOf } from "./byte-window.ts";
import type { Orientation } from "./exif.ts";
import { type HeadFacts, NO_FACTS } from "./head-facts.ts";
import { readJpegHead } from "./jpeg-head.ts";
import { readPngHead } from "./png-head.ts";
import { readWebpHead } from "./webp-head.ts";

export interface ImageHead extends HeadFacts {
  /** Media type by the file's own bytes; what its name or `type` says doesn't count. "" for an unknown format. */
  type: string;
}

const HEIC_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

/** Enough for every signature, and for the comment or XML declaration before an SVG's root. */
const SIGNATURE_BYTES = 1024;

/**
 * Reads a file's head; slices of 64 KiB, one for nearly every photo.
 * @throws DOMException when the file can't be read (gone, or changed on disk)
 */
export async function readImageHead(blob: Blob): Promise<ImageHead> {
  const file = new ByteWindow(blob);
  const type = sniffType(await file.read(0, SIGNATURE_BYTES));
  return { type, ...(await readFacts(type, file)) };
}

/**
 * A file's media type by its own first bytes, such as `"image/heic"`; what its name or `type` says doesn't count. "" for
 * what is no picture that is known.
 * @throws DOMException `NotReadableError` when the file can't be read (gone, changed on disk, or a folder)
 */
export async function readMediaType(blob: Blob): Promise<string> {
  return sniffType(await readPiece(blob.slice(0, SIGNATURE_BYTES), blob));
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

/** The media type by the first bytes (the WHATWG's MIME Sniffing, 6.1, and what it leaves out); "" if unknown. */
export function sniffType(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "image/jpeg";
  if (hasText(bytes, 1, "PNG\r\n\x1a\n") && bytes[0] === 0x89) return "image/png";
  if (hasText(bytes, 0, "GIF8")) return "image/gif";
  if (hasText(bytes, 0, "RIFF") && hasText(bytes, 8, "WEBP")) return "image/webp";
  if (hasText(bytes, 0, "BM")) return "image/bmp";
  if (hasText(bytes, 0, "II*\0") || hasText(bytes, 0, "MM\0*")) return "image/tiff";
  if (hasText(bytes, 0, "\0\0\x01\0")) return "image/x-icon";
  if (hasText(bytes, 4, "ftyp")) return sniffBrands(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0x0a) return "image/jxl";
  if (hasText(bytes, 4, "JXL ")) return "image/jxl";
  const text = new TextDecoder().decode(bytes).trimStart();
  return /^<(\?xml|!--|!DOCTYPE svg|svg)/i.test(text) && /<svg[\s>]/i.test(text) ? "image/svg+xml" : "";
}

/** ISO base media files name a major brand and those they are compatible with. */
function sniffBrands(bytes: Uint8Array): string {
  const end = Math.min(viewOf(bytes).getUint32(0), bytes.length);
  let type = "";
  for (let at = 8; at + 4 <= end; at += 4) {
    if (hasText(bytes, at, "avif") || hasText(bytes, at, "avis")) return "image/avif";
    if (HEIC_BRANDS.some((brand) => hasText(bytes, at, brand))) type = "image/heic";
  }
  return type;
}
