/** What an answer says, as reports print it. */

import type { Run } from "./run.ts";

/** `undefined` where it has no label at that rank. */
export function labelText(run: Run, i: number, rank = 0): string | undefined {
  return run.labels.texts[run.labelOf(i, rank)];
}

/** As short as a float32 can be told apart; `undefined` where the server gave none. */
export function scoreFigure(run: Run, i: number, rank = 0): number | undefined {
  const score = run.labelOf(i, rank) < 0 ? Number.NaN : run.scoreOf(i, rank);
  return Number.isNaN(score) ? undefined : Number(score.toPrecision(8));
}
