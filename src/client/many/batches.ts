/** A source of instances, cut into batches. */

import {
  type CheckInstance,
  encodeInstances,
  type Instance,
  type InstanceMessage,
  PartsWriter,
  Status,
} from "../../wire/index.ts";
import { type Batch, type Item, isAborted, type Settled } from "./batch.ts";
import type { ManyItem } from "./item.ts";
import { iteratorOf } from "./iterator-of.ts";
import { SEND_NOW } from "./send-now.ts";

/** Serving's own code for what it would refuse. */
const INVALID_INPUTS = 2;

/** What a source yields: an instance, one with options of its own, or {@link SEND_NOW}. */
export type ManyGiven<In = Instance> = In | ManyItem<In> | typeof SEND_NOW;

/** A source of `inferMany`: a list, a generator or an async generator. */
export type ManySource<In = Instance> = Iterable<ManyGiven<In>> | AsyncIterable<ManyGiven<In>>;

export interface BatchLimits {
  /** Most instances in a batch. */
  count: number;
  /** Most bytes in a batch of several instances. */
  bytes: number;
  /** Most bytes of instances in a request; falls to the half when the server turns out to be of an old release. */
  requestBytes: () => number;
  /** Asked of each instance; one that it throws for costs only itself. */
  check?: CheckInstance | undefined;
}

/**
 * How long a batch waits for more instances once it has one, in milliseconds: long enough to open files one by one,
 * short enough that a camera's frame is not kept until 31 others have come.
 */
const LINGER_MS = 50;
const LATE = Symbol();

/** Cuts a source into batches, taking no more from it than the next batch needs. */
export class Batches {
  readonly #iterator: Iterator<ManyGiven> | AsyncIterator<ManyGiven>;
  readonly #limits: BatchLimits;
  #index = 0;
  /** Taken from the source, but too much for the last batch. */
  #left: Item | undefined;
  /** What the source was asked for and no batch has taken yet. */
  #taking: Promise<Taken> | undefined;
  /** Whether the source has still to give it. */
  #asking = false;
  #ended = false;

  constructor(source: ManySource, limits: BatchLimits) {
    this.#iterator = iteratorOf(source);
    this.#limits = limits;
  }

  /** The next batch, not full where the source takes its time; `undefined` at the end of the source. */
  async next(): Promise<Batch | undefined> {
    const batch: Batch = { items: [], refused: [] };
    let bytes = 0;
    let linger: Linger | undefined;
    try {
      while (batch.items.length < this.#limits.count && batch.refused.length < this.#limits.count) {
        const item = this.#left ?? (await this.#taken(linger));
        this.#left = undefined;
        if (item === SEND_NOW && batch.items.length + batch.refused.length === 0) continue;
        if (item === undefined || item === SEND_NOW) break;
        if ("message" in item && isAborted(item)) continue;
        linger ??= new Linger();
        if ("outcome" in item) {
          batch.refused.push(item);
        } else if (
          batch.items.length > 0 &&
          bytes + item.bytes > Math.min(this.#limits.bytes, this.#limits.requestBytes())
        ) {
          this.#left = item;
          break;
        } else {
          batch.items.push(item);
          bytes += item.bytes;
        }
      }
    } finally {
      linger?.end();
    }
    return batch.items.length + batch.refused.length > 0 ? batch : undefined;
  }

  /** The next instance as soon as the source has given it; `SEND_NOW` when that takes too long for a batch. */
  async #taken(linger: Linger | undefined): Promise<Taken> {
    this.#taking ??= this.#take();
    const taking = this.#taking;
    // A batch that goes without it leaves it to the next one, and so a failure of the source.
    taking.catch(() => {});
    let taken: Taken | typeof LATE;
    try {
      taken = await (linger ? Promise.race([taking, linger.over]) : taking);
    } finally {
      if (taken !== LATE) this.#taking = undefined;
    }
    return taken === LATE ? SEND_NOW : taken;
  }

  /** The next instance, or the outcome of one that can't be sent: it costs only itself. */
  async #take(): Promise<Taken> {
    if (this.#ended) return undefined;
    this.#asking = true;
    const { value, done } = await this.#iterator.next();
    this.#asking = false;
    if (done) {
      this.#ended = true;
      return undefined;
    }
    if (value === SEND_NOW) return SEND_NOW;
    const index = this.#index++;
    const given = value as Instance | ManyItem;
    // Not by its class, which only those load who use it. No input of an instance can be a function.
    const many =
      typeof (given as Partial<ManyItem> | null)?.carry === "function" ? (given as ManyItem) : undefined;
    const instance = many?.instance ?? (given as Instance);
    try {
      const [message] = encodeInstances([instance], this.#limits.check) as [InstanceMessage];
      const bytes = encodedSize(message);
      const limit = this.#limits.requestBytes();
      if (bytes <= limit) return { index, message, bytes, many };
      const error = `the instance has ${bytes} bytes, more than the ${limit} that fit in a request (maxRequestBytes)`;
      return { index, bytes, outcome: { error, code: Status.RESOURCE_EXHAUSTED, kind: "too-large" } };
    } catch (refusal) {
      const error = (refusal as Error).message.replace("instance 0", "the instance");
      return { index, bytes: 0, outcome: { error, code: INVALID_INPUTS, kind: "invalid-input" } };
    }
  }

  async close(): Promise<void> {
    if (this.#ended) return;
    const closed = this.#iterator.return?.();
    // A source that is being asked for an instance can't be closed before it gives one, which may be never.
    if (!this.#asking) await closed;
    else Promise.resolve(closed).catch(() => {});
  }
}

/** What was taken from a source: nothing at its end. */
type Taken = Item | Settled | typeof SEND_NOW | undefined;

/** The time that a batch waits, from its first instance on. */
class Linger {
  readonly over: Promise<typeof LATE>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.over = new Promise((late) => {
      this.#timer = setTimeout(late, LINGER_MS, LATE);
    });
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

/** Bytes of an instance in a request, its header included. */
function encodedSize(message: InstanceMessage): number {
  const writer = new PartsWriter(undefined, true);
  writer.instance(2, message);
  return writer.length;
}
