/** Of a stretch of time, how much two things took that may go on side by side. */

import type { Span } from "../link/direction.ts";

/** Parts of 1. */
export interface Shares {
  /** The first alone. */
  first: number;
  /** The second alone. */
  second: number;
  both: number;
  neither: number;
}

/** @param first spans may overlap, and reach beyond the whole */
export function sharesOf(whole: Span, first: readonly Span[], second: readonly Span[]): Shares {
  const spans = [first, second];
  const edges = [...whole, ...spans.flat(2)].filter((at) => at >= whole[0] && at <= whole[1]);
  const cuts = [...new Set(edges)].sort((a, b) => a - b);
  const ms: Shares = { first: 0, second: 0, both: 0, neither: 0 };
  for (let i = 1; i < cuts.length; i++) {
    const [start, end] = [cuts[i - 1]!, cuts[i]!];
    const [inFirst, inSecond] = spans.map((list) => list.some((span) => span[0] <= start && span[1] >= end));
    ms[inFirst ? (inSecond ? "both" : "first") : inSecond ? "second" : "neither"] += end - start;
  }
  const all = whole[1] - whole[0];
  return { first: ms.first / all, second: ms.second / all, both: ms.both / all, neither: ms.neither / all };
}
