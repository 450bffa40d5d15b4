/** A BMP's headers (BITMAPINFOHEADER and later ones): the size, and in V4 and V5 the mask of the alpha. */

import { type ByteWindow, viewOf } from "./byte-window.ts";
import { type HeadFacts, NO_FACTS } from "./head-facts.ts";

const HEADER_AT = 14;
/** Up to the colour space, which V4 and V5 have behind the masks. */
const HEADER_BYTES = 60;
const INFO_HEADER_BYTES = 40;
/** From this size on a header has a mask of the alpha. */
const V3_HEADER_BYTES = 56;
const V4_HEADER_BYTES = 108;
const COLOUR_SPACE_AT = HEADER_AT + 56;
/** The colour space `sRGB`, its bytes in the file's order. */
const SRGB = [0x42, 0x47, 0x52, 0x73];

export async function readBmpHead(file: ByteWindow): Promise<HeadFacts> {
  const head = await file.read(HEADER_AT, HEADER_BYTES);
  if (head.length < INFO_HEADER_BYTES) return NO_FACTS;
  const view = viewOf(head);
  const headerBytes = view.getUint32(0, true);
  if (headerBytes < INFO_HEADER_BYTES) return NO_FACTS;
  const width = view.getInt32(4, true);
  const height = Math.abs(view.getInt32(8, true)); // Negative where the rows come from the top.
  const hasMask = headerBytes >= V3_HEADER_BYTES && head.length >= HEADER_BYTES;
  const space = { from: COLOUR_SPACE_AT, to: COLOUR_SPACE_AT + 4, bytes: Uint8Array.from(SRGB) };
  return {
    ...NO_FACTS,
    size: width > 0 && height > 0 ? { width, height } : undefined,
    // Without a mask the fourth byte means nothing, though WebKit takes it for the alpha.
    mayBeTransparent: hasMask && (head[52]! | head[53]! | head[54]! | head[55]!) !== 0,
    colouring: headerBytes >= V4_HEADER_BYTES ? [space] : [],
  };
}
