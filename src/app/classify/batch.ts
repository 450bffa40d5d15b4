/** Which photos go together in one call. */

import type { Photo } from "./photo.ts";

/** Serving runs the instances of a call together; more than this many at once only makes the first one wait. */
const MAX_PHOTOS = 8;

/** Bytes in a call; one photo above it goes alone. */
const MAX_BYTES = 16 * 2 ** 20;

/** The next call's photos: the first ones waiting, in order, as many as fit. Empty when none waits. */
export function nextBatch(photos: readonly Photo[]): Photo[] {
  const batch: Photo[] = [];
  let bytes = 0;
  for (const photo of photos) {
    if (photo.state.name !== "waiting") continue;
    bytes += photo.file.size;
    if (batch.length > 0 && (photo.alone || bytes > MAX_BYTES)) break;
    batch.push(photo);
    if (photo.alone || batch.length === MAX_PHOTOS) break;
  }
  return batch;
}
