/** A TIFF's first directory (TIFF 6.0, 2), as far as it tells a camera's raw file, whose own picture stands elsewhere. */

import { type ByteWindow, hasText, viewOf } from "./byte-window.ts";

const NEW_SUBFILE_TYPE = 0x00fe;
const SUB_IFDS = 0x014a;
const DNG_VERSION = 0xc612;
/** In NewSubfileType: a smaller version of another picture of the file. */
const REDUCED = 1;
const IFD_ENTRY_BYTES = 12;
const MAX_ENTRIES = 200;

/**
 * Whether it is DNG, NEF, ARW or the like: readers of TIFFs find a small preview there, or nothing.
 */
export async function isRaw(file: ByteWindow): Promise<boolean> {
  const head = await file.read(0, 8);
  if (head.length < 8) return false;
  const little = hasText(head, 0, "II");
  if (viewOf(head).getUint16(2, little) !== 42) return false;
  const at = viewOf(head).getUint32(4, little);
  const count = await file.read(at, 2);
  if (count.length < 2) return false;
  const entries = Math.min(viewOf(count).getUint16(0, little), MAX_ENTRIES);
  const directory = viewOf(await file.read(at + 2, entries * IFD_ENTRY_BYTES));
  let isReduced = false;
  let hasOthers = false;
  for (let entry = 0; entry + IFD_ENTRY_BYTES <= directory.byteLength; entry += IFD_ENTRY_BYTES) {
    const tag = directory.getUint16(entry, little);
    if (tag === DNG_VERSION) return true;
    if (tag === SUB_IFDS) hasOthers = true;
    if (tag === NEW_SUBFILE_TYPE) isReduced = (directory.getUint32(entry + 8, little) & REDUCED) !== 0;
  }
  return isReduced && hasOthers;
}
