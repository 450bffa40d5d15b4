/** A file without what its decoder would act on, so that every engine gives the pixels that are stored. */

import { bytesOfBlob } from "../../tensor/index.ts";
import type { HeadFacts } from "./head-facts.ts";

type Cut = "turning" | "colouring" | "transparency";

/** Firefox tells a format by the first part of a Blob alone, which must not be two bytes before a cut. */
const FIRST_PART_BYTES = 4096;

/** What has to be left out lest the picture is turned: nothing of most. Which of two EXIFs counts, browsers differ. */
export function turningCuts({ orientation, turning }: HeadFacts): readonly Cut[] {
  return orientation === 1 && turning.length < 2 ? [] : ["turning"];
}

/** The file with those parts of its head left out; itself where it has none of them. Its bytes are not read. */
export function withoutParts(file: Blob, head: HeadFacts, cuts: readonly Cut[]): Blob {
  const edits = cuts.flatMap((cut) => head[cut]).sort((a, b) => a.from - b.from);
  if (edits.length === 0) return file;
  const parts: BlobPart[] = [];
  let at = 0;
  for (const { from, to, bytes } of edits) {
    parts.push(file.slice(at, from));
    if (bytes) parts.push(bytes);
    at = to;
  }
  return new Blob([...parts, file.slice(at)], { type: file.type });
}

/** The same for a decoder that isn't told the format: a few KB are read. */
export async function storedFile(file: Blob, head: HeadFacts, cuts: readonly Cut[]): Promise<Blob> {
  const stored = withoutParts(file, head, cuts);
  if (stored === file) return file;
  const first = await bytesOfBlob(stored.slice(0, FIRST_PART_BYTES));
  return new Blob([first, stored.slice(FIRST_PART_BYTES)], { type: file.type });
}
