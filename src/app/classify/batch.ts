/** Which photos go together in one call. */

import type { Photo } from "../../photos/photo.ts";

/** Bytes in a call; one photo above it goes alone. */
const MAX_BYTES = 16 * 2 ** 20;

/**
 * The next call's photos: the first of those waiting, as many as fit. Looks at no more of them than it takes.
 *
 * @param waiting in the order in which they are to go
 * @param count most photos in a call; the rest of Serving's batch only makes the first one wait
 */
export function nextBatch(waiting: Iterable<Photo>, count: number): Photo[] {
  const batch: Photo[] = [];
  let bytes = 0;
  for (const photo of waiting) {
    bytes += photo.file.size;
    if (batch.length > 0 && (photo.alone || bytes > MAX_BYTES)) break;
    batch.push(photo);
    if (photo.alone || batch.length === count) break;
  }
  return batch;
}
