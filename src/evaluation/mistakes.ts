/** Photos of which the model was surest, and wrong. */

import { isRight } from "./figures.ts";
import type { Mapping } from "./mapping.ts";
import type { Run } from "./run.ts";

/** @returns numbers of photos, the highest score first; those without a score last; `most` of them at most */
export function worstMistakes(run: Run, mapping: Mapping, most = 100): number[] {
  const worst: number[] = [];
  for (let i = 0; i < run.size; i++) {
    if (isRight(run, mapping, i) !== false || run.labelOf(i) < 0) continue;
    const at = worst.findIndex((other) => scoreOf(run, other) < scoreOf(run, i));
    if (at >= 0) worst.splice(at, 0, i);
    else if (worst.length < most) worst.push(i);
    if (worst.length > most) worst.pop();
  }
  return worst;
}

function scoreOf(run: Run, i: number): number {
  const score = run.scoreOf(i);
  return Number.isNaN(score) ? Number.NEGATIVE_INFINITY : score;
}
