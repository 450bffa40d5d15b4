/** When a call must have ended, and one signal for it: the caller's own and the deadline, with a clean end. */

/** The end of the time that a caller allows, whatever is asked in it: encoding, tries, the pauses between them. */
export class Deadline {
  /** As the caller gave it. */
  readonly timeoutMs: number;
  readonly #end: number;

  constructor(timeoutMs: number) {
    this.timeoutMs = timeoutMs;
    this.#end = performance.now() + timeoutMs;
  }

  /** Whole milliseconds from now on; at least 1, as a call can't be given less. */
  leftMs(): number {
    return Math.max(1, Math.ceil(this.#end - performance.now()));
  }
}

export interface CallSignal {
  signal: AbortSignal;
  /** Whether the time is up (and the caller had not aborted before). */
  expired(): boolean;
  /** Takes the timer and the listener away; to be called when the call has ended, in whatever way. */
  dispose(): void;
}

/** @param timeoutMs milliseconds; left out, no deadline */
export function callSignal(callerSignal?: AbortSignal, timeoutMs?: number): CallSignal {
  const controller = new AbortController();
  let expired = false;
  const onAbort = () => controller.abort(callerSignal?.reason);
  if (callerSignal?.aborted) onAbort();
  else callerSignal?.addEventListener("abort", onAbort, { once: true });
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(
          () => {
            expired = !controller.signal.aborted;
            controller.abort();
          },
          Math.min(timeoutMs, MAX_TIMER_MS),
        );
  return {
    signal: controller.signal,
    expired: () => expired,
    dispose() {
      clearTimeout(timer);
      callerSignal?.removeEventListener("abort", onAbort);
    },
  };
}

/** The longest delay of `setTimeout`, about 24.8 days; a longer one would fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;
