/**
 * When to send a call again, and after how long. Off by default: a call whose answer was lost may have run, and
 * only the caller knows whether its method may run twice.
 */

import type { ErrorKind } from "./error-kind.ts";

export interface RetryOptions {
  /**
   * Tries of one call, the first included.
   * @default 4
   */
  attempts?: number;
  /**
   * Upper bound of the first pause, in milliseconds; it doubles with each try. The pause itself is random between
   * nothing and the bound ("full jitter"), so that clients that failed together do not come back together.
   * @default 200
   */
  minDelayMs?: number;
  /**
   * Upper bound of any pause, in milliseconds. A server's `Retry-After` above it ends the retrying.
   * @default 10000
   */
  maxDelayMs?: number;
}

export type RetryPolicy = Required<RetryOptions>;

const DEFAULTS: RetryPolicy = { attempts: 4, minDelayMs: 200, maxDelayMs: 10_000 };

/** @throws RangeError that names the option */
export function retryPolicy(option: boolean | RetryOptions | undefined): RetryPolicy | undefined {
  if (!option) return undefined;
  const policy = { ...DEFAULTS, ...(option === true ? {} : option) };
  for (const [name, value] of Object.entries(policy)) {
    if (!(value >= (name === "attempts" ? 1 : 0))) {
      throw new RangeError(
        `retry.${name} is ${value}: give a number ${name === "attempts" ? "from 1" : "from 0"} on`,
      );
    }
  }
  return policy;
}

/** Failures that may pass by themselves: nobody there, no worker at the moment (Serving's codes 4 and 5 too), queue full. */
const PASSING: readonly ErrorKind[] = ["proxy-unreachable", "worker-down", "queue-full"];

export function mayPass(kind: ErrorKind): boolean {
  return PASSING.includes(kind);
}

/**
 * Pause before the next try, in milliseconds; `undefined` when there should be none.
 * @param failed tries so far
 * @param retryAfter the server's `Retry-After`: seconds or an HTTP date
 */
export function pauseMs(
  policy: RetryPolicy,
  failed: number,
  retryAfter?: string,
  random: () => number = Math.random,
): number | undefined {
  if (failed >= policy.attempts) return undefined;
  const asked = retryAfterMs(retryAfter);
  if (asked !== undefined) return asked <= policy.maxDelayMs ? asked : undefined;
  return random() * Math.min(policy.maxDelayMs, policy.minDelayMs * 2 ** (failed - 1));
}

function retryAfterMs(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/**
 * Keeps a client from hammering a service that is down: a retry takes one token, an answer gives half of one back.
 * With the bucket empty failures are told at once.
 */
export class RetryBudget {
  static readonly CAPACITY = 50;
  #tokens = RetryBudget.CAPACITY;

  /** Takes a token; false when there is none. */
  take(): boolean {
    if (this.#tokens < 1) return false;
    this.#tokens--;
    return true;
  }

  answered(): void {
    this.#tokens = Math.min(RetryBudget.CAPACITY, this.#tokens + 0.5);
  }
}

/** Waits; rejects with the signal's reason as soon as it aborts. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    const onAbort = () => {
      clearTimeout(timer);
      fail(signal!.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      done();
    }, ms);
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
