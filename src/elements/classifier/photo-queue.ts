/** The photos of an element, and the calls that find out what is on them. */

import { type Failure, failureOf, noLabel, removedPhoto } from "../../failures/index.ts";
import { labelsOf } from "../../photos/index.ts";
import type { Connection } from "../serving-element.ts";
import { type Photo, type PhotoState, resultOf } from "./photo.ts";

/** A second call keeps the worker busy while the first one's reply and the next upload are on their way. */
const CALLS_AT_ONCE = 2;

/** Serving runs the instances of a call together; more than this many at once only makes the first one wait. */
const PHOTOS_IN_A_CALL = 8;

/** Failures that may be one photo's fault; any other is the whole call's, and the next call's too. */
const OVER_CONTENT: readonly string[] = ["model-failed", "invalid-input", "too-large", "protocol"];

export interface QueueHost {
  connect(): Promise<Connection | { failure: Failure }>;
  /** The bytes to send, or why there are none. */
  prepare(file: File, signal: AbortSignal): Promise<Blob | { failure: Failure }>;
  /** Name of the method's input. */
  input(): string;
  /** After every change. */
  changed(): void;
  /** After a photo was done or failed. */
  settled(photo: Photo): void;
}

export class PhotoQueue {
  photos: readonly Photo[] = [];
  /** Why whole calls fail; no further call is made until somebody tries again. */
  wholeFailure: Failure | undefined;

  readonly #host: QueueHost;
  readonly #waiters = new Map<number, (photo: Photo) => void>();
  #ending = new AbortController();
  #calls = 0;
  #nextId = 1;

  constructor(host: QueueHost) {
    this.#host = host;
  }

  /** Takes files, in order. @returns a promise for each, of its photo when it is done or has failed */
  add(files: readonly File[], refusal: (file: File) => Failure | undefined): Promise<Photo>[] {
    const added = files.map((file): Photo => ({ id: this.#nextId++, file, state: { name: "waiting" } }));
    this.photos = [...this.photos, ...added];
    this.wholeFailure = undefined;
    const settled = added.map(({ id }) => new Promise<Photo>((settle) => this.#waiters.set(id, settle)));
    for (const { id, file } of added) {
      const failure = refusal(file);
      if (failure) this.#fail(id, failure);
    }
    this.#send();
    return settled;
  }

  /** Sends failed photos again. */
  retry(photos: readonly Photo[]): void {
    this.wholeFailure = undefined;
    for (const { id } of photos) this.#set(id, { name: "waiting" });
    this.#send();
  }

  remove({ id }: Photo): void {
    this.#drop(this.photos.filter((photo) => photo.id === id));
  }

  clear(): void {
    this.#drop(this.photos);
  }

  /** Ends all calls; their photos have failed. */
  stop(): void {
    this.#abort();
    for (const { id, state } of this.photos) if (isOpen(state)) this.#fail(id, removedPhoto());
  }

  #drop(photos: readonly Photo[]): void {
    this.photos = this.photos.filter((photo) => !photos.includes(photo));
    for (const photo of photos) {
      if (!isOpen(photo.state)) continue;
      const state: PhotoState = { name: "failed", failure: removedPhoto(), withWholeCall: false };
      this.#settle({ ...photo, state });
    }
    if (this.photos.length === 0) this.wholeFailure = undefined;
    // Nobody waits any more for a call whose photos are all gone.
    if (!this.photos.some(({ state }) => isOpen(state))) this.#abort();
    this.#host.changed();
  }

  #abort(): void {
    this.#ending.abort();
    this.#ending = new AbortController();
    this.#calls = 0;
  }

  /** Starts calls while photos wait. */
  #send(): void {
    const waiting = this.photos.filter(({ state }) => state.name === "waiting").length;
    for (let started = 0; started < waiting && this.#calls < CALLS_AT_ONCE; started++) {
      this.#calls++;
      const { signal } = this.#ending;
      void this.#run(signal).finally(() => {
        if (signal.aborted) return;
        this.#calls--;
        // Photos that were added after this call had taken its own. A call that failed as a whole has no next one.
        if (!this.wholeFailure) this.#send();
      });
    }
    this.#host.changed();
  }

  /** One call after the other, until no photo waits. */
  async #run(signal: AbortSignal): Promise<void> {
    const connected = await this.#host.connect();
    if (signal.aborted) return;
    if ("failure" in connected) return this.#failAll(connected.failure, []);
    const { client, library } = connected;
    const taken: number[] = [];
    const source = this.#take(taken, signal);
    const limits = { concurrency: 1, maxBatchCount: PHOTOS_IN_A_CALL, signal };
    try {
      for await (const { index, outcome } of client.inferMany(source, limits)) {
        const id = taken[index]!;
        if (library.isError(outcome)) {
          const failure = failureOf(outcome, library);
          if (!OVER_CONTENT.includes(failure.kind)) return this.#failAll(failure, taken);
          this.#fail(id, failure);
          continue;
        }
        const labels = labelsOf(outcome);
        if (labels) this.#set(id, { name: "done", outputs: outcome, labels });
        else this.#fail(id, noLabel());
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** Waiting photos one by one, when there is room for the next. @param taken gets their ids */
  async *#take(taken: number[], signal: AbortSignal) {
    for (;;) {
      const photo = this.photos.find(({ state }) => state.name === "waiting");
      if (!photo || this.wholeFailure || signal.aborted) return;
      this.#set(photo.id, { name: "running" });
      const image = await this.#host.prepare(photo.file, signal);
      if ("failure" in image) {
        this.#fail(photo.id, image.failure);
      } else if (this.photos.some(({ id }) => id === photo.id)) {
        taken.push(photo.id);
        yield { [this.#host.input()]: image };
      }
    }
  }

  /** Fails what was on its way in this call, and all that waits for the next one. */
  #failAll(failure: Failure, taken: readonly number[]): void {
    this.wholeFailure = failure;
    for (const { id, state } of this.photos) {
      const hit = state.name === "waiting" || (state.name === "running" && taken.includes(id));
      if (hit) this.#fail(id, failure, true);
    }
  }

  #fail(id: number, failure: Failure, withWholeCall = false): void {
    this.#set(id, { name: "failed", failure, withWholeCall });
  }

  #set(id: number, state: PhotoState): void {
    const former = this.photos.find((photo) => photo.id === id);
    if (!former) return;
    const photo = { ...former, state };
    this.photos = this.photos.map((one) => (one === former ? photo : one));
    if (resultOf(photo)) this.#settle(photo);
    this.#host.changed();
  }

  #settle(photo: Photo): void {
    this.#waiters.get(photo.id)?.(photo);
    this.#waiters.delete(photo.id);
    this.#host.settled(photo);
  }
}

function isOpen(state: PhotoState): boolean {
  return state.name === "waiting" || state.name === "running";
}
