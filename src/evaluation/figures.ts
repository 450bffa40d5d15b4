/** How good the answers of a run are, for all photos and for each class. */

import type { Mapping } from "./mapping.ts";
import { type Run, TOP } from "./run.ts";

interface ClassFigures {
  /** The model's label; the folder's name where it has none. */
  name: string;
  /** Photos that show it, answered or failed. */
  photos: number;
  /** Of those, the ones whose best label it is. */
  right: number;
  /** Labelled photos whose best label it is. */
  predicted: number;
  /** `right` of `predicted`; `undefined` where it was never predicted. */
  precision: number | undefined;
  /** `right` of `photos`; `undefined` where no photo shows it. */
  recall: number | undefined;
}

/** Photos that show one class and were called another, or the same. */
interface Cell {
  /** Place in `classes`. */
  truth: number;
  /** Place in `classes`; -1 where there is no answer, or none with a label. */
  predicted: number;
  photos: number;
}

export interface Figures {
  /** All that are answered or have failed. */
  settled: number;
  answered: number;
  failed: number;
  /** Settled ones of which nobody said what they show: in no other figure. */
  unlabelled: number;
  /** Settled ones of which somebody did: what shares are of. */
  labelled: number;
  /** Of those, the ones whose name has no label: they count as wrong. */
  unmapped: number;
  right1: number;
  right5: number;
  /** Share of labelled photos whose best label is right; `undefined` where there are none. */
  top1: number | undefined;
  /** The same for the first five; `undefined` too where no answer had five labels. */
  top5: number | undefined;
  classes: readonly ClassFigures[];
  /** Only those with photos, those with most first. */
  confusion: readonly Cell[];
}

/** A failed photo, and one whose name has no label, counts as wrong: no figure gets better by what is left out. */
export function figuresOf(run: Run, mapping: Mapping): Figures {
  const classes = new Classes(run, mapping);
  const cells = new Map<string, Cell>();
  let [unlabelled, unmapped, right1, right5, settled] = [0, 0, 0, 0, 0];
  for (let i = 0; i < run.size; i++) {
    if (!isSettled(run, i)) continue;
    settled++;
    const truth = run.truthOf(i);
    if (truth < 0) {
      unlabelled++;
      continue;
    }
    const wanted = mapping.labelOf[truth]!;
    if (wanted < 0) unmapped++;
    const rank = run.rankOf(i, wanted);
    if (rank === 0) right1++;
    if (rank >= 0) right5++;
    const cell = { truth: classes.ofTruth(truth), predicted: classes.ofLabel(run.labelOf(i)), photos: 0 };
    const key = `${cell.truth},${cell.predicted}`;
    cells.set(key, cells.get(key) ?? cell);
    cells.get(key)!.photos++;
  }
  const labelled = settled - unlabelled;
  const confusion = [...cells.values()].sort((a, b) => b.photos - a.photos);
  return {
    settled,
    answered: run.answered,
    failed: run.failed,
    unlabelled,
    labelled,
    unmapped,
    right1,
    right5,
    top1: share(right1, labelled),
    top5: run.mostLabels < TOP ? undefined : share(right5, labelled),
    classes: figuresOfClasses(classes.names, confusion),
    confusion,
  };
}

/** Whether its best label is what it shows; `undefined` where that can't be said. */
export function isRight(run: Run, { labelOf }: Mapping, i: number): boolean | undefined {
  if (run.truthOf(i) < 0 || !isSettled(run, i)) return undefined;
  return run.rankOf(i, labelOf[run.truthOf(i)]!) === 0;
}

/** Numbers of the photos in a cell, by the names of its classes; `undefined` stands for no answer. */
export function photosIn(run: Run, mapping: Mapping, truth: string, predicted: string | undefined): number[] {
  const found: number[] = [];
  for (let i = 0; i < run.size; i++) {
    if (run.truthOf(i) < 0 || !isSettled(run, i) || run.labels.texts[run.labelOf(i)] !== predicted) continue;
    if (className(run, mapping, run.truthOf(i)) === truth) found.push(i);
  }
  return found;
}

/** The label of what a photo shows, or the name that has none. */
export function className(run: Run, { labelOf }: Mapping, truth: number): string {
  return run.labels.texts[labelOf[truth]!] ?? run.truths.texts[truth]!;
}

function isSettled(run: Run, i: number): boolean {
  return run.isAnswered(i) || run.failureOf(i) !== undefined;
}

/** Those that were shown or predicted, numbered as they come. */
class Classes {
  readonly names: string[] = [];
  readonly #run: Run;
  readonly #mapping: Mapping;
  readonly #ofTruth = new Map<number, number>();
  readonly #ofLabel = new Map<number, number>();

  constructor(run: Run, mapping: Mapping) {
    this.#run = run;
    this.#mapping = mapping;
  }

  ofTruth(truth: number): number {
    const label = this.#mapping.labelOf[truth]!;
    if (label >= 0) return this.ofLabel(label);
    return this.#numbered(this.#ofTruth, truth, this.#run.truths.texts[truth]!);
  }

  ofLabel(label: number): number {
    return label < 0 ? -1 : this.#numbered(this.#ofLabel, label, this.#run.labels.texts[label]!);
  }

  #numbered(numbers: Map<number, number>, id: number, name: string): number {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, this.names.length);
    return this.names.push(name) - 1;
  }
}

function figuresOfClasses(names: readonly string[], confusion: readonly Cell[]): ClassFigures[] {
  const counts = names.map((name) => ({ name, photos: 0, right: 0, predicted: 0 }));
  for (const { truth, predicted, photos } of confusion) {
    counts[truth]!.photos += photos;
    if (predicted >= 0) counts[predicted]!.predicted += photos;
    if (truth === predicted) counts[truth]!.right += photos;
  }
  return counts.map((one) => ({
    ...one,
    precision: share(one.right, one.predicted),
    recall: share(one.right, one.photos),
  }));
}

function share(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
