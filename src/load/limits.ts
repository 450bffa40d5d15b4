/** Bounds that nobody passes, in a page or a terminal: a mistyped number is not to keep a cluster busy for a day. */

export const MOST = {
  /** Steps of a sweep. */
  steps: 50,
  /** Of all steps together. */
  seconds: 600,
  /** Calls under way at a time. */
  concurrency: 64,
  /** Instances in a call. */
  batch: 1000,
  /** Calls of a step. */
  calls: 100_000,
} as const;
