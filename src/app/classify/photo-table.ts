/** The photos on the table, and the calls that find out what is on them. */

import type { Answer, Failure, InstanceAnswer } from "../serving/call.ts";
import { nextBatch } from "./batch.ts";
import { guessesOf } from "./guesses.ts";
import { canRetry, isReadable, type Photo, type PhotoState, refusal } from "./photo.ts";

/** Sends the files of one call; rejects only when `signal` ended it. */
export type Classify = (files: File[], signal: AbortSignal) => Promise<Answer>;

/** A second call keeps the worker busy while the first one's reply and the next upload are on their way. */
const CALLS_AT_ONCE = 2;

/** Failures that may be one photo's fault: the photos of such a call are sent again alone, to find which. */
const OVER_CONTENT: readonly string[] = ["model-failed", "invalid-input", "too-large"];

export class PhotoTable {
  photos: readonly Photo[] = [];
  /** Why whole calls fail; no further call is made until somebody tries again. */
  wholeFailure: Failure | undefined;
  /** The photos that were done or failed together last. */
  news: readonly Photo[] = [];

  readonly #classify: Classify;
  readonly #changed: () => void;
  readonly #calls = new Map<AbortController, Photo[]>();
  #nextId = 1;

  /** @param changed called after every change */
  constructor(classify: Classify, changed: () => void) {
    this.#classify = classify;
    this.#changed = changed;
  }

  /** Lays files on the table, in order, and sends them. @returns their photos */
  add(files: Iterable<File>): Photo[] {
    const added = Array.from(files, (file): Photo => {
      const failure = refusal(file);
      const state: PhotoState = failure
        ? { name: "failed", failure, withWholeCall: false }
        : { name: "waiting" };
      return { id: this.#nextId++, file, url: URL.createObjectURL(file), state, alone: false };
    });
    this.photos = [...this.photos, ...added];
    this.#tell(added);
    this.wholeFailure = undefined;
    this.#send();
    return added;
  }

  /** Sends these failed photos again, or all of them. */
  retry(ids: readonly number[] = this.photos.map(({ id }) => id)): void {
    this.wholeFailure = undefined;
    for (const photo of this.photos) {
      if (ids.includes(photo.id) && canRetry(photo)) this.#set(photo.id, { name: "waiting" });
    }
    this.#send();
  }

  remove(id: number): void {
    const photo = this.photos.find((one) => one.id === id);
    if (photo) this.#takeAway([photo]);
  }

  clear(): void {
    this.#takeAway(this.photos);
  }

  #takeAway(photos: readonly Photo[]): void {
    for (const { url } of photos) URL.revokeObjectURL(url);
    this.photos = this.photos.filter((photo) => !photos.includes(photo));
    if (this.photos.length === 0) this.wholeFailure = undefined;
    // Nobody waits any more for a call whose photos are all gone.
    const left = new Set(this.photos.map(({ id }) => id));
    for (const [call, sent] of this.#calls) if (!sent.some(({ id }) => left.has(id))) call.abort();
    this.#changed();
  }

  /** Starts calls while photos wait and the last call did not fail as a whole. */
  #send(): void {
    while (!this.wholeFailure && this.#calls.size < CALLS_AT_ONCE) {
      const batch = nextBatch(this.photos);
      if (batch.length === 0) break;
      for (const { id } of batch) this.#set(id, { name: "running" });
      const call = new AbortController();
      this.#calls.set(call, batch);
      void this.#run(batch, call.signal).finally(() => {
        this.#calls.delete(call);
        this.#send();
      });
    }
    this.#changed();
  }

  async #run(batch: Photo[], signal: AbortSignal): Promise<void> {
    const readable = await Promise.all(batch.map(({ file }) => isReadable(file)));
    const sent = batch.filter((_, i) => readable[i]);
    for (const { id } of batch.filter((_, i) => !readable[i])) this.#fail(id, { word: "unreadableFile" });
    if (sent.length === 0 || signal.aborted) return;
    try {
      const files = sent.map(({ file }) => file);
      this.#settle(sent, await this.#classify(files, signal));
      this.#tell(batch);
    } catch {
      // Ended by us, since all its photos were taken away.
    }
  }

  #settle(sent: Photo[], answer: Answer): void {
    if ("answers" in answer) {
      for (const [i, { id }] of sent.entries()) this.#answer(id, answer.answers[i]!);
      return;
    }
    const { failure } = answer;
    const overContent = "kind" in failure && OVER_CONTENT.includes(failure.kind);
    if (overContent && sent.length > 1) {
      for (const { id } of sent) this.#set(id, { name: "waiting" }, true);
      return;
    }
    if (!overContent) this.wholeFailure = failure;
    for (const { id } of sent) this.#fail(id, failure, !overContent);
  }

  #answer(id: number, answer: InstanceAnswer): void {
    const guesses = "outputs" in answer ? guessesOf(answer.outputs) : undefined;
    if ("failure" in answer) this.#fail(id, answer.failure);
    else if (guesses) this.#set(id, { name: "done", guesses });
    else this.#fail(id, { word: "noLabel" });
  }

  #fail(id: number, failure: Failure, withWholeCall = false): void {
    this.#set(id, { name: "failed", failure, withWholeCall });
  }

  #set(id: number, state: PhotoState, alone?: boolean): void {
    this.photos = this.photos.map((photo) =>
      photo.id === id ? { ...photo, state, alone: alone ?? photo.alone } : photo,
    );
  }

  #tell(photos: readonly Photo[]): void {
    const ids = new Set(photos.map(({ id }) => id));
    const settled = this.photos.filter(
      ({ id, state }) => ids.has(id) && (state.name === "done" || state.name === "failed"),
    );
    if (settled.length > 0) this.news = settled;
  }
}
