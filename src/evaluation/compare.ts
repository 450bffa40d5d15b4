/** Two runs over the same photos, side by side. */

import { labelText } from "./answer.ts";
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
export interface Change {
  first: number;
  second: number;
  /** Which of the two is right. `unknown`: nobody said what the photo shows. */
  right: "first" | "second" | "both" | "neither" | "unknown";
}

/** What the first calls so the second calls so; `undefined`: its answer has no label. */
export interface ChangedLabel {
  first: string | undefined;
  second: string | undefined;
  photos: number;
}

export interface Comparison {
  /** Photos that both have answered, one of them with a label at least. */
  photos: number;
  /** Photos that only one of them has answered: in no other figure. */
  oneAnswered: number;
  /** Of those that both have answered, the ones whose best label is the same. */
  agreed: number;
  /** `agreed` of `photos`; `undefined` where there are none. */
  agreement: number | undefined;
  /** Those where it is another, first those that only one of them got right. */
  changed: readonly Change[];
  /** Which labels took the place of which, those of most photos first. */
  changedLabels: readonly ChangedLabel[];
  /** Of those that both have answered, the ones of which somebody said what they show: what the rest is of. */
  labelled: number;
  onlyFirst: number;
  onlySecond: number;
  test: McNemar;
}

const ORDER: readonly Change["right"][] = ["first", "second", "neither", "both", "unknown"];

/** Photos are the same where their paths are. */
export function compareRuns(first: Judged, second: Judged): Comparison {
  const places = new Map(first.run.paths.map((path, i) => [path, i]));
  const changed: Change[] = [];
  let [photos, both, labelled, onlyFirst, onlySecond] = [0, 0, 0, 0, 0];
  for (const [j, path] of second.run.paths.entries()) {
    const i = places.get(path);
    if (i === undefined || !first.run.isAnswered(i) || !second.run.isAnswered(j)) continue;
    both++;
    const [one, other] = [labelText(first.run, i), labelText(second.run, j)];
    if (one === undefined && other === undefined) continue;
    photos++;
    const right = whoIsRight(isRight(first.run, first.mapping, i), isRight(second.run, second.mapping, j));
    if (right !== "unknown") labelled++;
    if (right === "first") onlyFirst++;
    if (right === "second") onlySecond++;
    if (one !== other) changed.push({ first: i, second: j, right });
  }
  changed.sort((a, b) => ORDER.indexOf(a.right) - ORDER.indexOf(b.right));
  const agreed = photos - changed.length;
  return {
    photos,
    oneAnswered: first.run.answered + second.run.answered - 2 * both,
    agreed,
    agreement: photos === 0 ? undefined : agreed / photos,
    changed,
    changedLabels: labelsOf(changed, first.run, second.run),
    labelled,
    onlyFirst,
    onlySecond,
    test: mcNemar(onlyFirst, onlySecond),
  };
}

function labelsOf(changed: readonly Change[], first: Run, second: Run): ChangedLabel[] {
  const labels = new Map<string, ChangedLabel>();
  for (const { first: i, second: j } of changed) {
    const key = `${first.labelOf(i)},${second.labelOf(j)}`;
    const known = labels.get(key);
    if (known) known.photos++;
    else labels.set(key, { first: labelText(first, i), second: labelText(second, j), photos: 1 });
  }
  return [...labels.values()].sort((a, b) => b.photos - a.photos);
}

function whoIsRight(first: boolean | undefined, second: boolean | undefined): Change["right"] {
  if (first === undefined || second === undefined) return "unknown";
  if (first) return second ? "both" : "first";
  return second ? "second" : "neither";
}
