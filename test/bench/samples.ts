/** What a page measures and posts. */

import type { StackName } from "./stacks.ts";
import type { WorkName } from "./work.ts";

export interface Sample {
  /** Time of one call, in ms. */
  ms: number;
  /** The longest time that the main thread did not come to a timer, in ms; a timer itself takes up to 5. */
  block: number;
}

/** The raw call's samples, and a stack's between them. */
export interface Pair {
  raw: Sample;
  stack: Sample;
}

/** Of one work, by round; a text where a stack can't do it, with why. */
export type Samples = Partial<Record<StackName, Pair[] | string>>;
export type Results = Partial<Record<WorkName, Samples>>;
