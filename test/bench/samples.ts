/** What the page measures and posts. */

import type { WorkName } from "./work.ts";

export interface Sample {
  /** Time of one call, in ms. */
  ms: number;
  /** The longest time that the main thread did not come to a timer, in ms; a timer itself takes up to 5. */
  block: number;
}

/** Samples of one work: the raw call's and each stack's, in pairs. */
export type Samples = Record<string, { raw: Sample; stack: Sample }[]>;
export type Results = Partial<Record<WorkName, Samples>>;
