/** A PNG's chunks (PNG third edition, 5.3 and 11.3): IHDR has the size, eXIf the orientation. */

import { type ByteWindow, hasText, viewOf } from "./byte-window.ts";
import { type Orientation, parseOrientation } from "./exif.ts";
import type { Edit, HeadFacts, StoredSize } from "./head-facts.ts";

const SIGNATURE_BYTES = 8;
/** Length, type and CRC around each chunk's data. */
const CHUNK_BYTES = 12;
const MAX_CHUNKS = 1000;
const MAX_EXIF_BYTES = 128 * 1024;
/** In IHDR's colour type. */
const ALPHA_USED = 4;
/** With acTL it is an animation, of which a decoder may show another picture than the still one. */
const COLOURING = ["iCCP", "sRGB", "gAMA", "cHRM", "cICP", "mDCV", "cLLI", "sBIT", "acTL"];

/** Reads up to the first IDAT: browsers take no eXIf that comes after the pixels. */
export async function readPngHead(file: ByteWindow): Promise<HeadFacts> {
  let orientation: Orientation = 1;
  let size: StoredSize | undefined;
  let hasAlpha = false;
  const turning: Edit[] = [];
  const colouring: Edit[] = [];
  const transparency: Edit[] = [];
  let at = SIGNATURE_BYTES;
  for (let chunk = 0; chunk < MAX_CHUNKS; chunk++) {
    const head = await file.read(at, 8);
    if (head.length < 8 || hasText(head, 4, "IDAT") || hasText(head, 4, "IEND")) break;
    const length = viewOf(head).getUint32(0);
    const whole = { from: at, to: at + CHUNK_BYTES + length };
    if (hasText(head, 4, "IHDR")) {
      const header = await file.read(at + 8, 10);
      if (header.length === 10)
        size = { width: viewOf(header).getUint32(0), height: viewOf(header).getUint32(4) };
      hasAlpha = ((header[9] ?? 0) & ALPHA_USED) !== 0;
    } else if (hasText(head, 4, "eXIf")) {
      orientation = parseOrientation(await file.read(at + 8, Math.min(length, MAX_EXIF_BYTES)));
      turning.push(whole);
    } else if (hasText(head, 4, "tRNS")) {
      transparency.push(whole);
    } else if (COLOURING.some((type) => hasText(head, 4, type))) {
      colouring.push(whole);
    }
    at += CHUNK_BYTES + length;
  }
  const mayBeTransparent = hasAlpha || transparency.length > 0;
  return { orientation, size, mayBeTransparent, turning, colouring, transparency };
}
