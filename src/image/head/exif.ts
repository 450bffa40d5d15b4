/**
 * The orientation tag of EXIF: tag 0x0112 of IFD0 in a TIFF structure (Exif 2.32, 4.6.2 and 4.6.4; TIFF 6.0, 2).
 * Whatever is broken counts as upright, as it does in browsers.
 */

import { hasText, viewOf } from "./byte-window.ts";

/**
 * What has to be done to the stored pixels to see the picture upright: 1 nothing, 2 mirror left–right, 3 half a
 * turn, 4 mirror top–bottom, 5 transpose, 6 a quarter turn clockwise, 7 transverse, 8 a quarter turn
 * anticlockwise.
 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const ORIENTATION_TAG = 0x0112;
/** TIFF field type of the tag: unsigned 16 bits. */
const SHORT = 3;
const IFD_ENTRY_BYTES = 12;

/**
 * The orientation in a TIFF structure, as a JPEG's APP1 (after `Exif\0\0`), PNG's `eXIf` and WebP's `EXIF` carry it.
 * Never throws; 1 when the tag is absent, out of range or not to be found.
 */
export function parseOrientation(tiff: Uint8Array): Orientation {
  const view = viewOf(tiff);
  const littleEndian = hasText(tiff, 0, "II");
  if (tiff.length < 8 || !(littleEndian || hasText(tiff, 0, "MM"))) return 1;
  if (view.getUint16(2, littleEndian) !== 42) return 1;
  const ifd = view.getUint32(4, littleEndian);
  if (ifd + 2 > tiff.length) return 1;
  const count = view.getUint16(ifd, littleEndian);
  for (let i = 0; i < count; i++) {
    const entry = ifd + 2 + i * IFD_ENTRY_BYTES;
    if (entry + IFD_ENTRY_BYTES > tiff.length) return 1;
    if (view.getUint16(entry, littleEndian) !== ORIENTATION_TAG) continue;
    if (view.getUint16(entry + 2, littleEndian) !== SHORT) return 1;
    if (view.getUint32(entry + 4, littleEndian) !== 1) return 1;
    const value = view.getUint16(entry + 8, littleEndian);
    return value >= 1 && value <= 8 ? (value as Orientation) : 1;
  }
  return 1;
}

/** The TIFF structure without the `Exif\0\0` before it, which JPEG demands and some WebP writers add. */
export function withoutExifMarker(bytes: Uint8Array): Uint8Array {
  return hasText(bytes, 0, "Exif\0") ? bytes.subarray(6) : bytes;
}
