/** Scores to bars and figures, without making more of them than the server said. */

import type { Label } from "../../photos/index.ts";
import { numberFormat } from "../language/number-format.ts";

export interface Bar {
  /** Length of the bar, 0 to 1. */
  share: number;
  /** `93.1%` where the score can be a share of one, else the server's figure; empty where it gave none. */
  figure: string;
}

/**
 * Percent only where the scores can be probabilities. Others (a servable without softmax gives raw scores) keep their
 * figures, and the bars compare them with the best one.
 *
 * @param labels all of one picture that are shown
 * @param locale of the figures
 * @param below makes "less than" of a figure, for scores that would round to zero
 */
export function bars(
  labels: readonly Pick<Label, "score" | "share">[],
  locale: string,
  below: (figure: string) => string,
): Bar[] {
  const scores = labels.map(({ score }) => score ?? Number.NaN);
  const best = Math.max(...scores.filter(Number.isFinite));
  return labels.map(({ score, share }) => {
    if (share !== undefined) return { share, figure: percent(share, locale, below) };
    if (score === undefined) return { share: 0, figure: "" };
    return { share: shareOfBest(score, best), figure: raw(score, locale) };
  });
}

const PERCENT = { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;

function percent(score: number, locale: string, below: (figure: string) => string): string {
  const format = numberFormat(locale, PERCENT);
  return score > 0 && score < 0.0005 ? below(format.format(0.001)) : format.format(score);
}

function raw(score: number, locale: string): string {
  if (!Number.isFinite(score)) return String(score);
  return numberFormat(locale, { maximumSignificantDigits: 4 }).format(score);
}

/** Where the best is negative too (log probabilities), twice its size is half its bar. */
function shareOfBest(score: number, best: number): number {
  if (score >= best) return 1;
  const share = best > 0 ? score / best : best / score;
  return Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0;
}
