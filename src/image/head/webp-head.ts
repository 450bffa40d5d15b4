/** A WebP's chunks (RFC 9649): VP8X has the canvas's size and says whether an EXIF chunk follows the pixels. */

import { type ByteWindow, hasText, viewOf } from "./byte-window.ts";
import { type Orientation, parseOrientation, withoutExifMarker } from "./exif.ts";
import { type Edit, type HeadFacts, NO_FACTS, type StoredSize } from "./head-facts.ts";

const FIRST_CHUNK = 12;
const CHUNK_HEADER_BYTES = 8;
const MAX_CHUNKS = 200;
const MAX_EXIF_BYTES = 128 * 1024;
const FLAGS_AT = FIRST_CHUNK + CHUNK_HEADER_BYTES;
const EXIF_FLAG = 0x08;
const ALPHA_FLAG = 0x10;
/** The name of a chunk that no decoder knows: one of the same length needs no other length of the file. */
const UNKNOWN_CHUNK = [0x6e, 0x6f, 0x6e, 0x65];

export async function readWebpHead(file: ByteWindow): Promise<HeadFacts> {
  let orientation: Orientation = 1;
  const first = await file.read(FIRST_CHUNK, CHUNK_HEADER_BYTES + 10);
  if (first.length < CHUNK_HEADER_BYTES + 10) return NO_FACTS;
  const size = sizeOf(first);
  const flags = first[8]!;
  const isExtended = hasText(first, 0, "VP8X");
  const mayBeTransparent = isExtended ? (flags & ALPHA_FLAG) !== 0 : hasLosslessAlpha(first);
  if (!isExtended || !(flags & EXIF_FLAG)) return { ...NO_FACTS, size, mayBeTransparent };
  const turning: Edit[] = [];
  let at = FIRST_CHUNK;
  for (let chunk = 0; chunk < MAX_CHUNKS; chunk++) {
    const head = await file.read(at, CHUNK_HEADER_BYTES);
    if (head.length < CHUNK_HEADER_BYTES) break;
    const length = viewOf(head).getUint32(4, true);
    if (hasText(head, 0, "EXIF")) {
      const content = await file.read(at + CHUNK_HEADER_BYTES, Math.min(length, MAX_EXIF_BYTES));
      orientation = parseOrientation(withoutExifMarker(content));
      turning.push({ from: FLAGS_AT, to: FLAGS_AT + 1, bytes: Uint8Array.of(flags & ~EXIF_FLAG) });
      turning.push({ from: at, to: at + 4, bytes: Uint8Array.from(UNKNOWN_CHUNK) });
      break;
    }
    at += CHUNK_HEADER_BYTES + length + (length & 1); // Chunks are padded to even lengths.
  }
  return { ...NO_FACTS, orientation, size, mayBeTransparent, turning };
}

/** Behind the 14 bits of width and of height (3.4). */
function hasLosslessAlpha(chunk: Uint8Array): boolean {
  return hasText(chunk, 0, "VP8L") && ((viewOf(chunk).getUint32(9, true) >>> 28) & 1) === 1;
}

/** From the first chunk: extended (2.7), lossy (RFC 6386, 9.1) or lossless (3.4). */
function sizeOf(chunk: Uint8Array): StoredSize | undefined {
  const view = viewOf(chunk);
  if (hasText(chunk, 0, "VP8X")) {
    return {
      width: 1 + (view.getUint32(12, true) & 0xffffff),
      height: 1 + (view.getUint32(14, true) >>> 8),
    };
  }
  if (hasText(chunk, 0, "VP8 ")) {
    return { width: view.getUint16(14, true) & 0x3fff, height: view.getUint16(16, true) & 0x3fff };
  }
  if (hasText(chunk, 0, "VP8L")) {
    const bits = view.getUint32(9, true);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  return undefined;
}
