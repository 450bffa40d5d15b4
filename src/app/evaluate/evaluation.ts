/**
 * One method asked about all photos of a set. The queue holds only the photos that are on their way and those that
 * failed: what is answered is noted in the run's flat memory and let go.
 */

import { Run } from "../../evaluation/index.ts";
import type { Failure } from "../../failures/index.ts";
import { type Halt, type Photo, PhotoQueue } from "../../photos/index.ts";
import type { Place, Target } from "../serving/client-for.ts";
import { noteCall } from "../serving/connection.ts";
import { noteFailure } from "../serving/photo-calls.ts";
import { bringSignatures, signatureOf } from "../serving/signatures.ts";
import { settings } from "../state/settings.ts";
import { callsAt, isOfSettings } from "./calls-at.ts";
import type { PhotoSet } from "./photo-set.ts";

export class Evaluation {
  readonly run = new Run();
  readonly set: PhotoSet;
  readonly target: Target;
  /** The proxy's, as it was set when the run was made; empty is the page's own origin. */
  readonly address: string;
  #metadata: Place["metadata"];
  readonly #isElsewhere: boolean;
  readonly #changed: () => void;
  readonly #queue: PhotoQueue;
  /** Of the photos that the queue holds, their numbers in the run. */
  readonly #numbers = new Map<File, number>();
  #next = 0;
  #answered: number[] = [];
  #isTidying = false;

  /**
   * @param elsewhere left out, photos go where the settings say now
   * @param changed is called after every change, which is usually more often than a page can draw
   */
  constructor(set: PhotoSet, target: Target, elsewhere: Place | undefined, changed: () => void) {
    const { address, metadata } = elsewhere ?? settings.value;
    this.set = set;
    this.target = target;
    this.address = address;
    this.#metadata = metadata;
    this.#isElsewhere = elsewhere !== undefined;
    this.#changed = changed;
    for (const [i, { path }] of set.photos.entries()) this.run.add(path, set.truths[i]);
    this.#queue = new PhotoQueue({
      ...callsAt(target, () => this.#place()),
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
    void this.#learnLabels();
    this.#queue.tryAgain();
    this.#feed();
  }

  /** Signatures are of what the settings' address has. */
  async #learnLabels(): Promise<void> {
    if (this.#isElsewhere) return;
    await bringSignatures();
    this.run.know(signatureOf(this.target.servable, this.target.method)?.outputs?.label?.labels ?? []);
    this.#changed();
  }

  /** Sends the failed ones again. */
  retry(): void {
    for (const { file, state } of this.#queue.photos.values()) {
      if (state.name === "failed") this.run.open(this.#numbers.get(file)!);
    }
    this.#queue.retry();
  }

  /** A header of the settings that is mended goes along, as long as they are of the same address. */
  #place(): Place {
    if (!this.#isElsewhere && isOfSettings(this.address)) this.#metadata = settings.value.metadata;
    return { address: this.address, metadata: this.#metadata };
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
    const isTold = isOfSettings(this.address);
    if (state.name === "done") {
      if (isTold) noteCall(undefined);
      this.run.answer(number, state.labels);
      this.#numbers.delete(file);
      this.#answered.push(id);
    } else if (state.name === "failed") {
      if (isTold) noteFailure(state.failure);
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
