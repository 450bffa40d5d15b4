/** One `inferMany` over photos of a queue that go to the same client with the same limits. */

import type {
  Client,
  InferManyRun,
  Instance,
  ItemProgress,
  ManyGiven,
  ManyItem,
  Outcome,
} from "../client/index.ts";
import type { ClientLibrary } from "../library/index.ts";
import { CallClock, type CallTimes } from "./call-times.ts";
import type { PhotoLimits } from "./options.ts";
import type { Photo, PhotoState } from "./photo.ts";

/** What a run asks its queue for, and tells it. */
interface RunHost {
  /** The next photo that may go, if there is one; it is this run's from then on. */
  take(run: PhotoRun): Photo | undefined;
  /** Whether the run is to end, now that it was given no photo. */
  isOver(run: PhotoRun): boolean;
  /** Resolves after the next change of the queue. */
  changed(): Promise<void>;
  /** A photo's bytes; `undefined` where there are none, of which the queue knows then. */
  prepare(photo: Photo, signal: AbortSignal): Promise<Blob | undefined>;
  /** Never called for a photo that was cancelled or removed. */
  moved(id: number, state: PhotoState): void;
  answered(id: number, outcome: Outcome, sent: Sent): void;
}

/** How a photo was sent. */
export interface Sent {
  times: CallTimes;
  /** Photos in its call. */
  together: number;
  /** Its own. */
  sentBytes: number;
}

/** With what a run sends. */
export interface RunMeans {
  client: Client;
  library: ClientLibrary;
  limits: PhotoLimits;
  /** Name of the method's input. */
  input: string;
}

/** A photo on its way. */
interface PhotoInFlight {
  photo: Photo;
  abort: AbortController;
  sentBytes: number;
  /** Photos in its call; 0 before it is in one. */
  together: number;
  /** What was told last of its upload, in percent; `undefined` before a call begins. */
  percent: number | undefined;
  clock: CallClock;
}

export class PhotoRun {
  readonly #host: RunHost;
  readonly #open = new Map<number, PhotoInFlight>();
  /** Ids by place in the source. */
  readonly #ids: number[] = [];
  #many: InferManyRun | undefined;

  constructor(host: RunHost) {
    this.#host = host;
  }

  /** Ids of its photos that something is still to come of. */
  get open(): number[] {
    return [...this.#open.keys()];
  }

  /** Those of them that are not in a call yet. */
  get unsent(): number[] {
    return this.open.filter((id) => this.#open.get(id)!.together === 0);
  }

  /** Sends until the host says that it is over. @throws TypeError or RangeError for invalid limits */
  async run({ client, library, limits, input }: RunMeans): Promise<void> {
    const { batchCount, concurrency } = limits;
    const item = (image: Blob, options: ManyItem["options"]) =>
      new library.ManyItem({ [input]: image } satisfies Instance, options);
    const source = this.#source(item, library.SEND_NOW, batchCount);
    // One bad photo costs no other one its labels, not even in a batch that Serving merges from several callers.
    const options = { maxBatchCount: batchCount, concurrency, retryAlone: true };
    this.#many = client.inferMany(source, options);
    for await (const { index, outcome } of this.#many) {
      const id = this.#ids[index]!;
      const one = this.#open.get(id);
      if (!one) continue;
      this.#open.delete(id);
      const { clock, together, sentBytes } = one;
      this.#host.answered(id, outcome, { times: clock.times(), together, sentBytes });
    }
  }

  /** No further call is made; those under way finish. */
  pause(): void {
    this.#many?.pause();
  }

  resume(): void {
    this.#many?.resume();
  }

  /** The photo was cancelled or removed. */
  leave(id: number): void {
    this.#open.get(id)?.abort.abort();
    this.#open.delete(id);
  }

  async *#source(
    item: (image: Blob, options: ManyItem["options"]) => ManyItem,
    sendNow: ClientLibrary["SEND_NOW"],
    count: number,
  ): AsyncGenerator<ManyGiven> {
    // A batch's photos are prepared side by side, and go in their order.
    const ahead: Promise<{ one: PhotoInFlight; image: Blob } | undefined>[] = [];
    for (;;) {
      if (ahead.length === 0) ahead.push(...this.#takeBatch(count).map((photo) => this.#prepare(photo)));
      const prepared = ahead.shift();
      if (prepared) {
        const ready = await prepared;
        if (!ready) continue;
        const { one, image } = ready;
        this.#ids.push(one.photo.id);
        yield item(image, {
          signal: one.abort.signal,
          onProgress: (progress) => this.#follow(one, progress),
        });
        continue;
      }
      if (this.#host.isOver(this)) return;
      const changed = this.#host.changed();
      yield sendNow;
      await changed;
    }
  }

  #takeBatch(count: number): Photo[] {
    const photos: Photo[] = [];
    while (photos.length < count) {
      const photo = this.#host.take(this);
      if (!photo) break;
      photos.push(photo);
    }
    return photos;
  }

  async #prepare(photo: Photo): Promise<{ one: PhotoInFlight; image: Blob } | undefined> {
    const abort = new AbortController();
    const one: PhotoInFlight = {
      photo,
      abort,
      sentBytes: 0,
      together: 0,
      percent: undefined,
      clock: new CallClock(),
    };
    this.#open.set(photo.id, one);
    this.#host.moved(photo.id, { name: "preparing" });
    const image = await this.#host.prepare(photo, abort.signal);
    if (abort.signal.aborted) return undefined;
    if (!image) {
      this.#open.delete(photo.id);
      return undefined;
    }
    one.sentBytes = image.size;
    return { one, image };
  }

  #follow(one: PhotoInFlight, { uploaded, uploadTotal, together, call }: ItemProgress): void {
    if (!this.#open.has(one.photo.id)) return;
    // The call begins; it may be another one, where the photo is sent again.
    if (call.uploaded === 0 && call.downloaded === 0) one.clock = new CallClock();
    one.together = together;
    one.clock.note(call);
    const percent = Math.floor((uploaded / uploadTotal) * 100);
    // Bytes of a call's other photos, and of its reply, move nothing of this one.
    if (percent === one.percent) return;
    one.percent = percent;
    const state: PhotoState =
      percent < 100 ? { name: "uploading", share: percent / 100 } : { name: "running" };
    this.#host.moved(one.photo.id, state);
  }
}
