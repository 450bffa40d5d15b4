/** Two runs over the same photos, side by side. */

import { isRight } from "./figures.ts";
import type { Mapping } from "./mapping.ts";
import { type McNemar, mcNemar } from "./mcnemar.ts";
import type { Run } from "./run.ts";

/** A run and how its names are read. */
export interface Judged {
  run: Run;
  mapping: Mapping;
}

/** A photo that the two call differently; numbers in each run. */
interface Change {
  first: number;
  second: number;
  /** Which of the two is right. `unknown`: nobody said what the photo shows. */
  right: "first" | "second" | "both" | "neither" | "unknown";
}

export interface Comparison {
  /** Photos that both have answered. */
  photos: number;
  /** Of those, the ones whose best label is the same. */
  agreed: number;
  /** Those where it is another, first those that only one of them got right. */
  changed: readonly Change[];
  onlyFirst: number;
  onlySecond: number;
  test: McNemar;
}

const ORDER: readonly Change["right"][] = ["first", "second", "neither", "both", "unknown"];

/** Photos are the same where their paths are. A photo that either has not answered is left out of all figures. */
export function compareRuns(first: Judged, second: Judged): Comparison {
  const places = new Map(first.run.paths.map((path, i) => [path, i]));
  const changed: Change[] = [];
  let [photos, onlyFirst, onlySecond] = [0, 0, 0];
  for (const [j, path] of second.run.paths.entries()) {
    const i = places.get(path);
    if (i === undefined || !first.run.isAnswered(i) || !second.run.isAnswered(j)) continue;
    photos++;
    const right = whoIsRight(isRight(first.run, first.mapping, i), isRight(second.run, second.mapping, j));
    if (right === "first") onlyFirst++;
    if (right === "second") onlySecond++;
    if (bestOf(first.run, i) !== bestOf(second.run, j)) changed.push({ first: i, second: j, right });
  }
  changed.sort((a, b) => ORDER.indexOf(a.right) - ORDER.indexOf(b.right));
  const test = mcNemar(onlyFirst, onlySecond);
  return { photos, agreed: photos - changed.length, changed, onlyFirst, onlySecond, test };
}

function bestOf(run: Run, i: number): string | undefined {
  return run.labels.texts[run.labelOf(i)];
}

function whoIsRight(first: boolean | undefined, second: boolean | undefined): Change["right"] {
  if (first === undefined || second === undefined) return "unknown";
  if (first) return second ? "both" : "first";
  return second ? "second" : "neither";
}
