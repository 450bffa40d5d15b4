/** The photos on the table, and the calls that find out what is on them. A change costs the same among thousands. */

import { codeMissing, type Failure, noLabel } from "../../ui/index.ts";
import type { InstanceAnswer } from "../serving/call.ts";
import { nextBatch } from "./batch.ts";
import type { CallTimes } from "./call-times.ts";
import { guessesOf } from "./guesses.ts";
import { Pace } from "./pace.ts";
import { canRetry, type Incoming, isOpen, type Photo, type PhotoState, refusal } from "./photo.ts";
import { PhotoCall, type Sender, type Sent } from "./photo-call.ts";
import { Tally } from "./tally.ts";

/** Failures that may be one photo's fault: the photos of such a call are sent again alone, to find which. */
const OVER_CONTENT: readonly string[] = ["model-failed", "invalid-input", "too-large"];

/** Failures of the moment: the photos of such a call wait on, for a better one. */
const PASSING: readonly string[] = ["offline", "proxy-unreachable", "worker-down", "queue-full"];

/** Why no further call is made. */
export interface Halt {
  failure: Failure;
  /** It may pass by itself; {@link PhotoQueue.resume} then. Otherwise somebody has to mend something. */
  passing: boolean;
}

export interface Limits {
  /** Most photos in a call. */
  batchCount: number;
  /** Calls at a time: a second one keeps the worker busy while the first one's reply and the next upload are on their way. */
  concurrency: number;
}

export class PhotoQueue {
  readonly tally = new Tally();
  readonly pace = new Pace();
  halt: Halt | undefined;
  paused = false;
  /** Grows whenever a photo came, went, or changed to another state: what is searched, grouped and sorted by. */
  revision = 0;
  /** The photos that were done or failed together last. */
  news: readonly Photo[] = [];

  readonly #photos = new Map<number, Photo>();
  /** Ids of those that wait, in order: first those that were in a call already. */
  readonly #again = new Set<number>();
  readonly #waiting = new Set<number>();
  readonly #calls = new Map<number, PhotoCall>();
  readonly #sender: Sender;
  readonly #limits: () => Limits;
  readonly #changed: () => void;
  #running = 0;
  #nextId = 1;

  /** @param changed called after every change */
  constructor(sender: Sender, limits: () => Limits, changed: () => void) {
    this.#sender = sender;
    this.#limits = limits;
    this.#changed = changed;
  }

  /** In the order in which they came. */
  get photos(): ReadonlyMap<number, Photo> {
    return this.#photos;
  }

  /** Lays files on the table, in order, and sends them. @returns their photos */
  add(files: Iterable<Incoming>): Photo[] {
    const added = Array.from(files, ({ file, path }): Photo => {
      const failure = refusal(file);
      const state: PhotoState = failure
        ? { name: "failed", failure, withWholeCall: false }
        : { name: "waiting" };
      return { id: this.#nextId++, file, path, state, alone: false };
    });
    for (const photo of added) {
      this.#photos.set(photo.id, photo);
      this.tally.add(photo);
      if (photo.state.name === "waiting") this.#waiting.add(photo.id);
    }
    this.revision++;
    this.#tell(added.map(({ id }) => id));
    this.resume();
    return added;
  }

  /** Sends these failed or cancelled photos again, or all of them; goes on if it was halted or paused. */
  retry(ids: Iterable<number> = this.#photos.keys()): void {
    for (const id of ids) {
      const photo = this.#photos.get(id);
      if (photo && canRetry(photo)) this.#wait(id, this.#waiting);
    }
    this.resume();
  }

  /** Goes on after a halt, and sends again what failed with whole calls; what failed by itself or was cancelled stays. */
  tryAgain(): void {
    const withCalls = [...this.#photos.values()].filter(
      ({ state }) => state.name === "failed" && state.withWholeCall,
    );
    this.retry(withCalls.map(({ id }) => id));
  }

  /** No further call is made; those under way go on. */
  pause(): void {
    this.paused = true;
    this.#changed();
  }

  /** Goes on after a pause or a halt. */
  resume(): void {
    this.paused = false;
    this.halt = undefined;
    this.#send();
  }

  /** Ends these photos' way, or that of all that are not settled. */
  cancel(ids: Iterable<number> = this.#photos.keys()): void {
    for (const id of ids) {
      const photo = this.#photos.get(id);
      if (!photo || !isOpen(photo)) continue;
      this.#leave(id);
      this.#set(id, { name: "cancelled" });
    }
    this.#send();
  }

  remove(ids: Iterable<number> = this.#photos.keys()): void {
    for (const id of ids) {
      const photo = this.#photos.get(id);
      if (!photo) continue;
      this.#leave(id);
      this.#photos.delete(id);
      this.tally.remove(photo);
    }
    this.revision++;
    this.news = [];
    if (this.#photos.size === 0) {
      this.halt = undefined;
      this.paused = false;
    }
    this.#send();
  }

  #leave(id: number): void {
    this.#again.delete(id);
    this.#waiting.delete(id);
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    call?.leave(id);
  }

  /** Starts calls while photos wait and nothing is in the way. */
  #send(): void {
    const { batchCount, concurrency } = this.#limits();
    while (!this.halt && !this.paused && this.#running < concurrency) {
      const batch = nextBatch(this.#next(), batchCount);
      if (batch.length === 0) break;
      this.#running++;
      this.pace.start(performance.now());
      const call = new PhotoCall(batch);
      for (const { id } of batch) {
        this.#leave(id);
        this.#calls.set(id, call);
      }
      void this.#run(call).finally(() => {
        this.#running--;
        this.#send();
      });
    }
    if (this.#running === 0) this.pace.stop();
    this.#changed();
  }

  *#next(): Iterable<Photo> {
    for (const id of this.#again) yield this.#photos.get(id)!;
    for (const id of this.#waiting) yield this.#photos.get(id)!;
  }

  async #run(call: PhotoCall): Promise<void> {
    try {
      const result = await call.run(this.#sender, (id, state) => {
        if (state.name === "failed") this.#leave(id);
        this.#set(id, state);
        this.#changed();
      });
      if (!result) return;
      const here = ({ id }: Sent) => this.#calls.get(id) === call;
      const open = result.sent.filter(here);
      if ("answers" in result.answer) {
        for (const [i, one] of result.sent.entries()) {
          if (!here(one)) continue;
          const answer = result.answer.answers[i]!;
          // A worker that dies takes those with it that it had not done.
          if ("failure" in answer && isPassing(answer.failure)) this.#failAll([one], answer.failure);
          else this.#answer(one, answer, result);
        }
      } else {
        this.#failAll(open, result.answer.failure);
      }
      for (const { id } of open) this.#calls.delete(id);
      this.#tell(open.map(({ id }) => id));
    } catch {
      // Without photos that wait for it, it was ended by us. Else a part of the page could not be loaded.
      const left = [...this.#calls].filter(([, one]) => one === call).map(([id]) => ({ id, bytes: 0 }));
      if (left.length > 0) this.#failAll(left, codeMissing());
      for (const { id } of left) this.#calls.delete(id);
    }
  }

  #answer(
    { id, bytes }: Sent,
    answer: InstanceAnswer,
    { times, sent }: { times: CallTimes; sent: Sent[] },
  ): void {
    const guesses = "outputs" in answer ? guessesOf(answer.outputs) : undefined;
    if (guesses) this.#set(id, { name: "done", guesses, times, together: sent.length, sentBytes: bytes });
    else this.#fail(id, "failure" in answer ? answer.failure : noLabel());
  }

  #failAll(sent: readonly Sent[], failure: Failure): void {
    if (OVER_CONTENT.includes(failure.kind)) {
      for (const { id } of sent) {
        if (sent.length > 1) this.#wait(id, this.#again, true);
        else this.#fail(id, failure);
      }
      return;
    }
    const passing = isPassing(failure);
    this.halt = { failure, passing };
    for (const { id } of sent) {
      if (passing) this.#wait(id, this.#again);
      else this.#fail(id, failure, true);
    }
  }

  #fail(id: number, failure: Failure, withWholeCall = false): void {
    this.#set(id, { name: "failed", failure, withWholeCall });
  }

  #wait(id: number, line: Set<number>, alone?: boolean): void {
    line.add(id);
    this.#set(id, { name: "waiting" }, alone);
  }

  #set(id: number, state: PhotoState, alone?: boolean): void {
    const photo = this.#photos.get(id)!;
    const changed = { ...photo, state, alone: alone ?? photo.alone };
    this.#photos.set(id, changed);
    if (state.name === photo.state.name) return;
    this.tally.remove(photo);
    this.tally.add(changed);
    this.revision++;
  }

  #tell(ids: readonly number[]): void {
    const settled = ids
      .map((id) => this.#photos.get(id)!)
      .filter(({ state }) => state.name === "done" || state.name === "failed");
    if (settled.length === 0) return;
    this.news = settled;
    this.pace.note(settled.length, performance.now());
  }
}

function isPassing(failure: Failure): boolean {
  return PASSING.includes(failure.kind);
}
