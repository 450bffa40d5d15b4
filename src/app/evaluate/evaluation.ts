/**
 * One method asked about all photos of a set. The queue holds only the photos that are on their way and those that
 * failed: what is answered is noted in the run's flat memory and let go.
 */

import { Run } from "../../evaluation/index.ts";
import type { Failure } from "../../failures/index.ts";
import { type Halt, type Photo, PhotoQueue } from "../../photos/index.ts";
import type { Target } from "../serving/client-for.ts";
import { noteCall } from "../serving/connection.ts";
import { noteFailure, photoCalls } from "../serving/photo-calls.ts";
import { settings } from "../state/settings.ts";
import type { PhotoSet } from "./photo-set.ts";

export class Evaluation {
  readonly run = new Run();
  readonly set: PhotoSet;
  readonly target: Target;
  readonly #changed: () => void;
  readonly #queue: PhotoQueue;
  /** Of the photos that the queue holds, their numbers in the run. */
  readonly #numbers = new Map<File, number>();
  #next = 0;
  #answered: number[] = [];
  #isTidying = false;

  /** @param changed is called after every change, which is usually more often than a page can draw */
  constructor(set: PhotoSet, target: Target, changed: () => void) {
    this.set = set;
    this.target = target;
    this.#changed = changed;
    for (const [i, { path }] of set.photos.entries()) this.run.add(path, set.truths[i]);
    this.#queue = new PhotoQueue({
      ...photoCalls(() => target),
      onChange: () => this.#tidy(),
      onSettled: (photo) => this.#settled(photo),
    });
  }

  get halt(): Halt | undefined {
    return this.#queue.halt;
  }

  get paused(): boolean {
    return this.#queue.paused;
  }

  get settled(): number {
    return this.run.answered + this.run.failed;
  }

  /** Nothing more comes by itself. */
  get isOver(): boolean {
    return this.settled === this.run.size;
  }

  /** Photos a second; `undefined` while it rests or is too young to say. */
  get rate(): number | undefined {
    return this.#queue.pace.rate(performance.now());
  }

  pause(): void {
    this.#queue.pause();
  }

  /** Starts, goes on after a pause or a halt, and sends again what failed with whole calls. */
  start(): void {
    this.#queue.tryAgain();
    this.#feed();
  }

  /** Sends the failed ones again. */
  retry(): void {
    for (const { file, state } of this.#queue.photos.values()) {
      if (state.name === "failed") this.run.open(this.#numbers.get(file)!);
    }
    this.#queue.retry();
  }

  #feed(): void {
    const { halt, paused, tally } = this.#queue;
    if (halt || paused) return;
    const { batchCount, concurrency } = settings.value;
    // Never empty while there is more: an empty queue forgets that it is paused.
    const room = Math.max(0, 2 * batchCount * (concurrency + 1) - tally.open);
    const some = this.set.photos.slice(this.#next, this.#next + room);
    if (some.length === 0) return;
    for (const { file } of some) this.#numbers.set(file, this.#next++);
    this.#queue.add(some);
  }

  #settled({ id, file, state }: Photo): void {
    const number = this.#numbers.get(file)!;
    if (state.name === "done") {
      noteCall(undefined);
      this.run.answer(number, state.labels);
      this.#numbers.delete(file);
      this.#answered.push(id);
    } else if (state.name === "failed") {
      noteFailure(state.failure);
      if (!state.withWholeCall) this.run.fail(number, state.failure.kind, textOf(state.failure));
    }
  }

  /** Lets go of what was answered, once the queue has done what it does now, and gives it more. */
  #tidy(): void {
    this.#changed();
    if (this.#isTidying) return;
    this.#isTidying = true;
    queueMicrotask(() => {
      this.#isTidying = false;
      const answered = this.#answered;
      this.#answered = [];
      if (answered.length > 0) this.#queue.remove(answered);
      this.#feed();
    });
  }
}

function textOf({ error, texts }: Failure): string {
  return texts?.en ?? error;
}
