/** One call that carries several items: who still waits for it, and how far each of them is. */

import { callSafely, type OnProgress, type Progress } from "../transport/progress.ts";
import { type Item, isAborted } from "./batch.ts";

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
    if (items.every(isAborted)) controller.abort();
  };
  if (signal.aborted) end();
  signal.addEventListener("abort", end, { once: true });
  for (const { many } of items) many?.options.signal?.addEventListener("abort", endIfLeft, { once: true });
  try {
    return await during(controller.signal);
  } finally {
    signal.removeEventListener("abort", end);
    for (const { many } of items) many?.options.signal?.removeEventListener("abort", endIfLeft);
  }
}

/**
 * Tells each item its own share of a call's bytes: they leave in the items' order. What else a request holds is too
 * little to count.
 * @returns `undefined` where nobody asks, so that the call need not be followed
 */
export function progressOf(items: readonly Item[]): OnProgress | undefined {
  if (!items.some(({ many }) => many?.options.onProgress)) return undefined;
  const all = items.reduce((sum, { bytes }) => sum + bytes, 0);
  const together = items.length;
  const tell = (call: Progress) => {
    const left = call.uploadTotal > 0 ? (call.uploaded / call.uploadTotal) * all : 0;
    let begin = 0;
    for (const item of items) {
      const { bytes, many } = item;
      const { onProgress } = many?.options ?? {};
      const uploaded = Math.floor(Math.min(bytes, Math.max(0, left - begin)));
      begin += bytes;
      if (!onProgress || isAborted(item)) continue;
      callSafely(onProgress, { uploaded, uploadTotal: bytes, together, call });
    }
  };
  // Where an upload can't be observed, this is the only report until the reply begins.
  tell({ uploaded: 0, uploadTotal: all, downloaded: 0 });
  return tell;
}
