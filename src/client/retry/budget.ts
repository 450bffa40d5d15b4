/**
 * Keeps a client from hammering a service that is down or has too much to do. Without a bound on the calls at a time:
 * all that were in flight when a worker died wait for the next one together.
 */

import { type ErrorKind, errorKinds } from "../errors/error-kinds.ts";

export class RetryBudget {
  /** Retries for a full queue that no answers have paid for. */
  static readonly CAPACITY = 50;

  readonly #outageMs: number;
  #tokens = RetryBudget.CAPACITY;
  /** When nobody was found first and last, since somebody answered. */
  #outage: { from: number; to: number } | undefined;

  /** @param outageMs how long calls are tried again while not one of them is answered */
  constructor(outageMs: number) {
    this.#outageMs = outageMs;
  }

  /**
   * Whether a call that failed so may be tried again.
   *
   * Where nobody is found, the outage's length decides: retries make it no worse. A queue is full where somebody
   * does answer, and there every retry is one more call for those who have too many: it takes a token, and an answer
   * gives half of one back, so that calls never come to more than half as many again for long.
   * @param now milliseconds, as `performance.now()` counts
   */
  mayRetry(kind: ErrorKind, now = performance.now()): boolean {
    // Who has not called for so long has not hammered either.
    if (this.#outage && now - this.#outage.to > this.#outageMs) this.#outage = undefined;
    if (errorKinds[kind].reached !== "worker") this.#outage = { from: this.#outage?.from ?? now, to: now };
    if (this.#outage) return now - this.#outage.from < this.#outageMs;
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }

  /** Somebody answered. */
  answered(): void {
    this.#outage = undefined;
    this.#tokens = Math.min(RetryBudget.CAPACITY, this.#tokens + 0.5);
  }
}
