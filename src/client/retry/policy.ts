/**
 * When to send a call again, and after how long. Off by default: a call whose answer was lost may have run, and
 * only the caller knows whether its method may run twice.
 */

/** How long, how often and how soon a call is tried again. */
export interface RetryOptions {
  /**
   * How long a call is tried again, in milliseconds from its first failure. The last try is made when this time is
   * over, at most one pause later. Serving starts a dead worker again after about 1 s; what its model takes to load
   * comes on top.
   * @default 10000
   */
  totalMs?: number;
  /**
   * Most attempts of one call, the first included. Without it only the time is a bound: by default 9 to 14 attempts.
   * @default Infinity
   */
  attempts?: number;
  /**
   * Upper bound of the first pause, in milliseconds; it doubles with each try. The pause itself is random between
   * half the bound and the bound, so that clients that failed together do not come back together.
   * @default 200
   */
  minDelayMs?: number;
  /**
   * Upper bound of any pause, in milliseconds. A server's `Retry-After` above it, and above what is left of
   * `totalMs`, ends the retrying.
   * @default 2000
   */
  maxDelayMs?: number;
}

export type RetryPolicy = Required<RetryOptions>;

const DEFAULTS: RetryPolicy = {
  totalMs: 10_000,
  attempts: Number.POSITIVE_INFINITY,
  minDelayMs: 200,
  maxDelayMs: 2000,
};

/** @throws RangeError that names the option */
export function retryPolicy(option: boolean | RetryOptions | undefined): RetryPolicy | undefined {
  if (!option) return undefined;
  const given = Object.entries(option).filter(([, value]) => value !== undefined);
  const policy: RetryPolicy = { ...DEFAULTS, ...Object.fromEntries(given) };
  for (const [name, value] of Object.entries(policy)) {
    if (!(value >= (name === "attempts" ? 1 : 0))) {
      throw new RangeError(`retry.${name} is ${value}: give ${name === "attempts" ? 1 : 0} or more`);
    }
  }
  return policy;
}

/** Least bound of a pause, in milliseconds: attempts without pauses would keep page and server busy for all of `totalMs`. */
const LEAST_MS = 10;

/**
 * Pause before the next try, in milliseconds; `undefined` when there should be none. Time, not a number of tries,
 * is what a worker's restart takes: random pauses that all come out short make more tries, not an earlier end.
 * @param failed tries so far
 * @param sinceMs time since the first of them failed
 * @param retryAfter the server's `Retry-After`: seconds or an HTTP date
 */
export function pauseMs(
  policy: RetryPolicy,
  failed: number,
  sinceMs: number,
  retryAfter?: string,
  random: () => number = Math.random,
): number | undefined {
  if (failed >= policy.attempts || sinceMs >= policy.totalMs) return undefined;
  const doubled = Math.max(policy.minDelayMs, LEAST_MS) * 2 ** (failed - 1);
  const bound = Math.max(Math.min(policy.maxDelayMs, doubled), LEAST_MS);
  const own = (bound * (1 + random())) / 2;
  const asked = retryAfterMs(retryAfter) ?? 0;
  return asked <= Math.max(policy.maxDelayMs, policy.totalMs - sinceMs) ? Math.max(asked, own) : undefined;
}

function retryAfterMs(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/** Waits; rejects with the signal's reason as soon as it aborts. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done, fail) => {
    if (signal?.aborted) return fail(signal.reason);
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
