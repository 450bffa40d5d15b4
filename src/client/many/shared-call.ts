/** One call that carries several items: who still waits for it, and how far each of them is. */

import { type OnProgress, type Progress, tellSafely } from "../transport/progress.ts";
import type { Item } from "./batch.ts";

/** Whether nobody waits for an item any more. */
export function isLeft({ options: { signal } }: Item): boolean {
  return signal?.aborted === true;
}

/**
 * A signal that aborts with `signal`, and when all of the items are left.
 * @param during is given the signal; when it has ended, nothing listens any more
 */
export async function whileWaitedFor<T>(
  items: readonly Item[],
  signal: AbortSignal,
  during: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const end = () => controller.abort(signal.reason);
  const endIfLeft = () => {
    if (items.every(isLeft)) controller.abort();
  };
  if (signal.aborted) end();
  signal.addEventListener("abort", end, { once: true });
  for (const { options } of items) options.signal?.addEventListener("abort", endIfLeft, { once: true });
  try {
    return await during(controller.signal);
  } finally {
    signal.removeEventListener("abort", end);
    for (const { options } of items) options.signal?.removeEventListener("abort", endIfLeft);
  }
}

/**
 * Tells each item its own share of a call's bytes: they leave in the items' order. What else a request holds is too
 * little to count.
 * @returns `undefined` where nobody asks, so that the call need not be followed
 */
export function progressOf(items: readonly Item[]): OnProgress | undefined {
  if (!items.some(({ options }) => options.onProgress)) return undefined;
  const all = items.reduce((sum, { bytes }) => sum + bytes, 0);
  const together = items.length;
  const tell = (call: Progress) => {
    const left = call.uploadTotal > 0 ? (call.uploaded / call.uploadTotal) * all : 0;
    let begin = 0;
    for (const item of items) {
      const { bytes, options } = item;
      const uploaded = Math.floor(Math.min(bytes, Math.max(0, left - begin)));
      begin += bytes;
      if (!options.onProgress || isLeft(item)) continue;
      tellSafely(options.onProgress, { uploaded, uploadTotal: bytes, together, call });
    }
  };
  // Where an upload can't be seen moving, it is all that is told until the reply begins.
  tell({ uploaded: 0, uploadTotal: all, downloaded: 0 });
  return tell;
}
