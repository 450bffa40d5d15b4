/** A file's media type by its first bytes: the WHATWG's MIME Sniffing, 6.1, and kinds that people take for pictures. */

import { hasText, viewOf } from "./byte-window.ts";

/** Enough for every signature, and for the comment or XML declaration before an SVG's root. */
export const SIGNATURE_BYTES = 1024;

/** What a file begins with, and at which byte. */
const SIGNATURES: readonly (readonly [type: string, text: string, at?: number])[] = [
  ["image/jpeg", "\xff\xd8\xff"],
  ["image/png", "\x89PNG\r\n\x1a\n"],
  ["image/gif", "GIF8"],
  ["image/webp", "WEBP", 8],
  ["image/bmp", "BM"],
  ["image/x-icon", "\0\0\x01\0"],
  ["image/jxl", "\xff\x0a"],
  ["image/jxl", "JXL ", 4],
  ["image/jp2", "\0\0\0\x0cjP  "],
  ["image/jp2", "\xff\x4f\xff\x51"],
  ["image/vnd.adobe.photoshop", "8BPS"],
  ["image/x-raw", "II*\0\x10\0\0\0CR"], // Canon's CR2; what else looks like a TIFF, its tags tell.
  ["image/x-raw", "IIRO"],
  ["image/x-raw", "IIRS"],
  ["image/x-raw", "MMOR"],
  ["image/x-raw", "IIU\0"],
  ["image/x-raw", "FUJIFILMCCD-RAW"],
  ["image/tiff", "II*\0"],
  ["image/tiff", "MM\0*"],
  ["image/x-bigtiff", "II+\0\x08\0\0\0"], // MindSpore reads no such TIFF.
  ["image/x-bigtiff", "MM\0+\0\x08\0\0"],
  ["video/webm", "\x1a\x45\xdf\xa3"],
  ["video/x-msvideo", "AVI ", 8],
  ["application/pdf", "%PDF-"],
  ["application/zip", "PK\x03\x04"],
];

const HEIC_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"];

/** The media type; "" if unknown. A camera's raw file that looks like a TIFF is told by its tags, not here. */
export function sniffType(bytes: Uint8Array): string {
  const known = SIGNATURES.find(([, text, at = 0]) => hasText(bytes, at, text));
  if (known) return known[0];
  if (hasText(bytes, 4, "ftyp")) return sniffBrands(bytes);
  const text = new TextDecoder().decode(bytes).trimStart();
  if (/^<(!DOCTYPE html|html|head|body)[\s>]/i.test(text)) return "text/html";
  return /^<(\?xml|!--|!DOCTYPE svg|svg)/i.test(text) && /<svg[\s>]/i.test(text) ? "image/svg+xml" : "";
}

/** ISO base media files name a major brand and those they are compatible with; without one of a picture's it is a video. */
function sniffBrands(bytes: Uint8Array): string {
  const end = Math.min(viewOf(bytes).getUint32(0), bytes.length);
  let type = hasText(bytes, 8, "qt  ")
    ? "video/quicktime"
    : hasText(bytes, 8, "crx ")
      ? "image/x-raw"
      : "video/mp4";
  for (let at = 8; at + 4 <= end; at += 4) {
    if (hasText(bytes, at, "avif") || hasText(bytes, at, "avis")) return "image/avif";
    if (HEIC_BRANDS.some((brand) => hasText(bytes, at, brand))) type = "image/heic";
  }
  return type;
}
