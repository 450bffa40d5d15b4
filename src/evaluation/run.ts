/** What became of each photo, in flat columns: some fifty bytes a photo beside its path. */

import { Names } from "./names.ts";

/** Labels of an answer that are kept: as many as top-5 looks at. */
export const TOP = 5;

/** Of an answer, best first. */
interface GivenLabel {
  label: string;
  score?: number;
}

const NONE = -1;
const OPEN = 0;
const ANSWERED = 1;
const FAILED = 2;

export class Run {
  /** What photos show, by folder or table. */
  readonly truths = new Names();
  /** What the model called them, and what it is known to have. */
  readonly labels = new Names();
  readonly paths: string[] = [];
  answered = 0;
  failed = 0;
  /** Most labels in one answer. */
  mostLabels = 0;
  #states = new Uint8Array(64);
  #truths = new Int32Array(64);
  #labels = new Int32Array(64 * TOP);
  #scores = new Float32Array(64 * TOP);
  /** Kind and text, of the few that failed. */
  readonly #failures = new Map<number, { kind: string; text: string }>();

  /** @returns the photo's number, from 0 */
  add(path: string, truth: string | undefined): number {
    const i = this.paths.push(path) - 1;
    if (i >= this.#states.length) this.#grow();
    this.#truths[i] = truth === undefined ? NONE : this.truths.idOf(truth);
    return i;
  }

  /** Labels that the model has, whether it gives them in an answer or not: names of photos are looked for among them. */
  know(labels: Iterable<string>): void {
    for (const label of labels) this.labels.idOf(label);
  }

  answer(i: number, labels: readonly GivenLabel[]): void {
    this.open(i);
    this.#states[i] = ANSWERED;
    this.answered++;
    this.mostLabels = Math.max(this.mostLabels, labels.length);
    for (let rank = 0; rank < TOP; rank++) {
      const given = labels[rank];
      this.#labels[i * TOP + rank] = given ? this.labels.idOf(given.label) : NONE;
      this.#scores[i * TOP + rank] = given?.score ?? Number.NaN;
    }
  }

  fail(i: number, kind: string, text: string): void {
    this.open(i);
    this.#states[i] = FAILED;
    this.failed++;
    this.#failures.set(i, { kind, text });
  }

  /** It is to be sent, perhaps again. */
  open(i: number): void {
    if (this.isAnswered(i)) this.answered--;
    if (this.#failures.delete(i)) this.failed--;
    this.#states[i] = OPEN;
  }

  get size(): number {
    return this.paths.length;
  }

  isAnswered(i: number): boolean {
    return this.#states[i] === ANSWERED;
  }

  /** `undefined` where it did not fail. */
  failureOf(i: number): { kind: string; text: string } | undefined {
    return this.#failures.get(i);
  }

  /** Number of what it shows in {@link truths}; -1 where nobody said. */
  truthOf(i: number): number {
    return this.#truths[i]!;
  }

  /** Number in {@link labels} of its answer's label at a rank from 0; -1 where there is none. */
  labelOf(i: number, rank = 0): number {
    return this.isAnswered(i) ? this.#labels[i * TOP + rank]! : NONE;
  }

  /** NaN where the server gave none. */
  scoreOf(i: number, rank = 0): number {
    return this.#scores[i * TOP + rank]!;
  }

  /** Where the label stands in its answer, from 0; -1 where it does not, or is none. */
  rankOf(i: number, label: number): number {
    if (label === NONE || !this.isAnswered(i)) return NONE;
    return this.#labels.subarray(i * TOP, (i + 1) * TOP).indexOf(label);
  }

  #grow(): void {
    const more = <A extends Uint8Array | Int32Array | Float32Array>(old: A, fresh: A): A => {
      fresh.set(old);
      return fresh;
    };
    this.#states = more(this.#states, new Uint8Array(this.#states.length * 2));
    this.#truths = more(this.#truths, new Int32Array(this.#truths.length * 2));
    this.#labels = more(this.#labels, new Int32Array(this.#labels.length * 2));
    this.#scores = more(this.#scores, new Float32Array(this.#scores.length * 2));
  }
}
