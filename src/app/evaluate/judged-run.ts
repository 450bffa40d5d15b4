/** A run with its figures. */

import { type Figures, figuresOf, type Judged, mapNames } from "../../evaluation/index.ts";
import type { Evaluation } from "./evaluation.ts";

export interface JudgedRun extends Judged {
  evaluation: Evaluation;
  figures: Figures;
}

/** @param names what the model calls the names of folders, where somebody says so */
export function judge(evaluation: Evaluation, names: ReadonlyMap<string, string>): JudgedRun {
  const { run } = evaluation;
  const mapping = mapNames(run.truths.texts, run.labels.texts, names);
  return { evaluation, run, mapping, figures: figuresOf(run, mapping) };
}
