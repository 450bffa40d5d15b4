/** Two runs side by side as files: each photo as CSV, all of it as JSON. */

import { labelText, scoreFigure } from "./answer.ts";
import { type Change, compareRuns, type Judged } from "./compare.ts";
import { writeCsv } from "./csv.ts";

const HEAD = [
  "file",
  "truth",
  "changed",
  "right",
  ...["first", "second"].flatMap((which) => [`${which}_label`, `${which}_score`, `${which}_error`]),
];

/** A line for each photo of the first, those that the two call differently before all others. */
export function comparisonAsCsv(first: Judged, second: Judged): string {
  const { changed } = compareRuns(first, second);
  const changes = new Map(changed.map((change) => [change.first, change]));
  const places = new Map(second.run.paths.map((path, j) => [path, j]));
  const others = [...first.run.paths.keys()].filter((i) => !changes.has(i));
  const row = (i: number, change?: Change) => {
    const j = places.get(first.run.paths[i]!) ?? -1;
    const isAnswered = first.run.isAnswered(i) && second.run.isAnswered(j);
    return [
      first.run.paths[i],
      first.run.truths.texts[first.run.truthOf(i)],
      isAnswered ? Number(change !== undefined) : undefined,
      change?.right,
      ...answerOf(first, i),
      ...answerOf(second, j),
    ];
  };
  const rows = [...changed.map((change) => row(change.first, change)), ...others.map((i) => row(i))];
  return writeCsv([HEAD, ...rows]);
}

/** Figures, and each photo that the two call differently, with names in the place of numbers. */
export function comparisonAsJson(first: Judged, second: Judged): object {
  const { changed, changedLabels, test, ...figures } = compareRuns(first, second);
  return {
    ...figures,
    test: figures.labelled === 0 ? null : test,
    changedLabels: changedLabels.map((one) => ({
      first: one.first ?? null,
      second: one.second ?? null,
      photos: one.photos,
    })),
    changed: changed.map(({ first: i, second: j, right }) => ({
      file: first.run.paths[i],
      truth: first.run.truths.texts[first.run.truthOf(i)] ?? null,
      right,
      first: { label: labelText(first.run, i) ?? null, score: scoreFigure(first.run, i) },
      second: { label: labelText(second.run, j) ?? null, score: scoreFigure(second.run, j) },
    })),
  };
}

function answerOf({ run }: Judged, i: number): (string | number | undefined)[] {
  return [labelText(run, i), scoreFigure(run, i), run.failureOf(i)?.text];
}
