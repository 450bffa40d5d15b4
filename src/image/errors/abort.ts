/** Waits that an AbortSignal ends. */

import { imageError } from "./image-error.ts";

/** The caller's abort: always of the name `AbortError`, another reason is its `cause`, as in the client's calls. */
export function abortError(reason: unknown): DOMException {
  if (reason instanceof DOMException && reason.name === "AbortError") return reason;
  return imageError("AbortError", "The image conversion was aborted", reason);
}

/** @throws AbortError when the signal has fired */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortError(signal.reason);
}

/** What `work` gives, or an `AbortError` as soon as the signal fires. The work itself isn't stopped. */
export function orAbort<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(abortError(signal.reason));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
