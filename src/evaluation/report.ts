/** The results of a run as files: each photo as CSV, all of it as JSON. */

import { labelText, scoreFigure } from "./answer.ts";
import { writeCsv } from "./csv.ts";
import { className, type Figures, figuresOf, isRight } from "./figures.ts";
import type { Mapping } from "./mapping.ts";
import { worstMistakes } from "./mistakes.ts";
import { type Run, TOP } from "./run.ts";

const RANKS = Array.from({ length: TOP }, (_, rank) => rank);

/** A line for each photo, in the order in which they came. */
export function runAsCsv(run: Run, mapping: Mapping): string {
  const head = [
    "file",
    "truth",
    "expected_label",
    "right",
    ...RANKS.flatMap((rank) => [`label_${rank + 1}`, `score_${rank + 1}`]),
    "error_kind",
    "error",
  ];
  const rows = run.paths.map((path, i) => {
    const failure = run.failureOf(i);
    const right = isRight(run, mapping, i);
    return [
      path,
      run.truths.texts[run.truthOf(i)],
      run.labels.texts[mapping.labelOf[run.truthOf(i)] ?? -1],
      right === undefined ? undefined : Number(right),
      ...RANKS.flatMap((rank) => [labelText(run, i, rank), scoreFigure(run, i, rank)]),
      failure?.kind,
      failure?.text,
    ];
  });
  return writeCsv([head, ...rows]);
}

/** The figures with names in the place of numbers. */
export function runAsJson(run: Run, mapping: Mapping): object {
  const { classes, confusion, ...totals } = figuresOf(run, mapping);
  return {
    ...totals,
    classes: [...classes].sort(byName),
    confusion: confusion.map(({ truth, predicted, photos }) => ({
      truth: classes[truth]!.name,
      predicted: classes[predicted]?.name ?? null,
      photos,
    })),
    unmappedNames: mapping.unmapped,
    mistakes: worstMistakes(run, mapping).map((i) => ({
      file: run.paths[i],
      truth: className(run, mapping, run.truthOf(i)),
      label: labelText(run, i),
      score: scoreFigure(run, i),
    })),
    failures: run.paths.flatMap((file, i) => {
      const failure = run.failureOf(i);
      return failure ? [{ file, ...failure }] : [];
    }),
    withoutTruth: run.paths.filter((_, i) => run.truthOf(i) < 0),
  };
}

function byName(a: Figures["classes"][number], b: Figures["classes"][number]): number {
  return a.name < b.name ? -1 : Number(a.name > b.name);
}
