/** A JPEG's segments up to the first scan (ITU-T T.81, B.1.1): APP1 has the EXIF, APP2 the profile, SOF the size. */

import { type ByteWindow, hasText, viewOf } from "./byte-window.ts";
import { type Orientation, parseOrientation, withoutExifMarker } from "./exif.ts";
import { type Edit, type HeadFacts, NO_FACTS, type StoredSize } from "./head-facts.ts";

const APP1 = 0xe1;
const APP2 = 0xe2;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** Real files have a few dozen; a crafted one must not keep the reader busy for all of its megabytes. */
const MAX_SEGMENTS = 1000;

/** Walks the segments by their lengths, so that a large ICC profile or preview before the EXIF is stepped over. */
export async function readJpegHead(file: ByteWindow): Promise<HeadFacts> {
  let orientation: Orientation = 1;
  let size: StoredSize | undefined;
  const turning: Edit[] = [];
  const colouring: Edit[] = [];
  let at = 2;
  for (let segment = 0; segment < MAX_SEGMENTS; segment++) {
    const head = await file.read(at, 4);
    if (head.length < 4 || head[0] !== 0xff) break;
    const marker = head[1]!;
    if (marker === 0xff) {
      at++; // A fill byte before the marker.
      continue;
    }
    if (isStandalone(marker)) {
      at += 2;
      continue;
    }
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) break;
    const length = viewOf(head).getUint16(2);
    if (length < 2) break;
    if (marker === APP1) {
      const content = await file.read(at + 4, length - 2);
      if (hasText(content, 0, "Exif\0")) {
        // The first one counts; XMP is an APP1 as well.
        if (turning.length === 0) orientation = parseOrientation(withoutExifMarker(content));
        turning.push({ from: at, to: at + 2 + length });
      }
    } else if (marker === APP2) {
      const isProfile = hasText(await file.read(at + 4, 12), 0, "ICC_PROFILE\0");
      if (isProfile) colouring.push({ from: at, to: at + 2 + length });
    } else if (isStartOfFrame(marker)) {
      size ??= frameSize(await file.read(at + 4, length - 2));
    }
    at += 2 + length;
  }
  return { ...NO_FACTS, orientation, size, turning, colouring };
}

/** SOF0 to SOF15 without DHT, JPG and DAC, which lie among them. */
function isStartOfFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** TEM and RST0 to SOI have no length after them. */
function isStandalone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

function frameSize(frame: Uint8Array): StoredSize | undefined {
  if (frame.length < 5) return undefined;
  const size = { height: viewOf(frame).getUint16(1), width: viewOf(frame).getUint16(3) };
  return size.width > 0 && size.height > 0 ? size : undefined;
}
