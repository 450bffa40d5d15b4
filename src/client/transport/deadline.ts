/** When a call must have ended, and one signal for it: the caller's own and the deadline, with a clean end. */

import type { CallDeadline } from "./call.ts";

/** When a call must have ended, with all that it does: encoding, attempts, the pauses between them. */
export class Deadline implements CallDeadline {
  readonly timeoutMs: number;
  readonly #end: number;

  constructor(timeoutMs: number) {
    this.timeoutMs = timeoutMs;
    this.#end = performance.now() + timeoutMs;
  }

  remainingMs(): number {
    return Math.max(1, Math.ceil(this.#end - performance.now()));
  }
}

interface CallSignal {
  signal: AbortSignal;
  /** Takes the timer and the listener away; to be called when the call has ended, in whatever way. */
  dispose(): void;
}

/** The reason of a signal that a deadline has aborted. A caller's own `AbortSignal.timeout` has another. */
class DeadlineOver extends DOMException {}

/** Whether it was the deadline, not the caller, that has aborted this signal. */
export function isOver({ reason }: AbortSignal): boolean {
  return reason instanceof DeadlineOver;
}

/** @param timeoutMs milliseconds; left out, no deadline */
export function callSignal(callerSignal?: AbortSignal, timeoutMs?: number): CallSignal {
  const controller = new AbortController();
  const onAbort = () => controller.abort(callerSignal?.reason);
  if (callerSignal?.aborted) onAbort();
  else callerSignal?.addEventListener("abort", onAbort, { once: true });
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(
          () => controller.abort(new DeadlineOver("The call's deadline is over", "TimeoutError")),
          Math.min(timeoutMs, MAX_TIMER_MS),
        );
  return {
    signal: controller.signal,
    dispose() {
      clearTimeout(timer);
      callerSignal?.removeEventListener("abort", onAbort);
    },
  };
}

/** The longest delay of `setTimeout`, about 24.8 days; a longer one would fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;
