/** Calls of a method, a step for each width and batch size, within bounds of time and number. */

import { percentile } from "./times.ts";

export interface StepSize {
  /** Calls under way at a time. */
  concurrency: number;
  /** Instances in a call. */
  batch: number;
}

/** What ends a step, whichever comes first. */
export interface StepLimits {
  /** Milliseconds in which calls begin. */
  ms: number;
  /** Calls. */
  calls: number;
}

/** What came of one call. */
export interface Made {
  /** Instances that were answered. */
  answered: number;
  /** Kinds of the errors, and how many instances each is of. */
  errors: ReadonlyMap<string, number>;
  /** Whoever answered is not to be called any more: somebody else than was named, or who refused. */
  isHopeless?: boolean;
}

export interface StepResult extends StepSize {
  /** Calls that were made and timed. */
  calls: number;
  /** Milliseconds from the first call's start to the last one's end. */
  ms: number;
  /** Instances that were answered, in a second. */
  perSecond: number;
  /** Milliseconds of a call. */
  p50: number;
  p95: number;
  p99: number;
  /** Milliseconds of each call, ascending. */
  times: readonly number[];
  /** Instances that failed, by the kind of their error. */
  errors: Readonly<Record<string, number>>;
}

/**
 * Makes the steps one after the other. Before each goes one call that is not counted: the first of a kind opens
 * connections, and has servers set up what they keep.
 *
 * @param make makes one call of so many instances
 * @returns what each step came to, as it ends; the last one is where nothing can come of further calls
 */
export async function* sweep(
  sizes: readonly StepSize[],
  limits: StepLimits,
  make: (batch: number, signal: AbortSignal) => Promise<Made>,
  signal: AbortSignal,
): AsyncGenerator<StepResult, void, undefined> {
  for (const size of sizes) {
    const first = await make(size.batch, signal);
    if (signal.aborted) return;
    // Nor would the others be answered.
    if (first.answered === 0) {
      yield resultOf(size, [], 0, [first]);
      return;
    }
    const { times, made, ms } = await step(size, limits, make, signal);
    // A step that was ended by hand says what it came to.
    yield resultOf(size, times, ms, made);
    if (signal.aborted || made.some(({ isHopeless }) => isHopeless)) return;
  }
}

async function step(
  { concurrency, batch }: StepSize,
  limits: StepLimits,
  make: (batch: number, signal: AbortSignal) => Promise<Made>,
  signal: AbortSignal,
) {
  const times: number[] = [];
  const made: Made[] = [];
  const began = performance.now();
  let [started, isOver] = [0, false];
  const mayStart = () =>
    !isOver && !signal.aborted && started < limits.calls && performance.now() - began < limits.ms;
  const lane = async () => {
    while (mayStart()) {
      started++;
      const from = performance.now();
      const one = await make(batch, signal);
      if (signal.aborted) return;
      times.push(performance.now() - from);
      made.push(one);
      isOver ||= one.isHopeless === true;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return { times, made, ms: performance.now() - began };
}

function resultOf(size: StepSize, times: number[], ms: number, made: readonly Made[]): StepResult {
  times.sort((a, b) => a - b);
  const errors: Record<string, number> = {};
  for (const one of made) {
    for (const [kind, count] of one.errors) errors[kind] = (errors[kind] ?? 0) + count;
  }
  const answered = made.reduce((sum, one) => sum + one.answered, 0);
  return {
    ...size,
    calls: times.length,
    ms,
    perSecond: ms > 0 ? (answered / ms) * 1000 : 0,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    times,
    errors,
  };
}
