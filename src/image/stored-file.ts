/** A file without what its decoder would act on, so that every engine gives the pixels that are stored. */

import type { HeadFacts } from "./head-facts.ts";

type Cut = "turning" | "colouring" | "transparency";

/**
 * The file with those parts of its head left out; itself where it has none of them. Its bytes are not read: the new
 * Blob is made of slices.
 */
export function storedFile(file: Blob, head: HeadFacts, cuts: readonly Cut[]): Blob {
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
