/**
 * Thousands of instances with bounded memory: batches by count and bytes, a few calls at a time, outcomes as they
 * come, and a failed batch taken apart until the bad instance stands alone.
 */

import { describe } from "../../tensor/index.ts";
import type { Outputs } from "../../wire/index.ts";
import { isError } from "../errors/errors.ts";
import type { CallOptions } from "../options/options.ts";
import type { Outcome } from "../serving/outcome.ts";
import { abortError } from "../transport/abort.ts";
import type { Batch, Settled } from "./batch.ts";
import { Batches, type BatchLimits, type ManySource } from "./batches.ts";
import { BatchSettler, type SendBatch } from "./settle-batch.ts";

/** `timeoutMs` and `metadata` go with each call. */
export interface InferManyOptions extends Pick<CallOptions, "timeoutMs" | "metadata"> {
  /**
   * Most calls at a time. Browsers open six connections to an HTTP/1.1 origin, and a worker has its own queue.
   * @default 2
   */
  concurrency?: number;
  /**
   * Most instances in a call; fewer go when the source gives no more within 50 ms.
   * @default 32
   */
  maxBatchCount?: number;
  /**
   * Most bytes in a call; an instance that is larger alone goes alone. Never above the client's `maxRequestBytes`.
   * @default 16777216
   */
  maxBatchBytes?: number;
  /**
   * Whether an instance that a function of the servable failed on is sent again once, alone. Serving merges instances
   * into one batch, also those of several callers, and a function that takes a batch fails for all of it: a good
   * instance fails with a bad one in a call whose others succeed. At most 8 calls and one for every ten instances are
   * made so; then the outcomes stand, and say so (`alone` is false).
   * @default true with the client's `retry`, else false
   */
  retryAlone?: boolean;
  /** Called after each outcome. */
  onProgress?: (progress: ManyProgress) => void;
  /** Ends the calls under way; the iteration then throws an `AbortError`. Outcomes given before stay good. */
  signal?: AbortSignal;
}

/** How far `inferMany` is. */
export interface ManyProgress {
  /** Instances with an outcome, failed ones included. */
  done: number;
  /** Those of them whose outcome is an error. */
  failed: number;
  /** Bytes of the instances with an outcome. */
  bytes: number;
}

/** One instance's outcome from `inferMany`, which gives them as they come. */
export interface IndexedOutcome<Out = Outputs> {
  /** Place of the instance in the source, from 0. */
  index: number;
  /** Its outputs by name, or its error. */
  outcome: Outcome<Out>;
}

/** The outcomes of an `inferMany` as they come; can be paused. */
export interface InferManyRun<Out = Outputs> extends AsyncGenerator<IndexedOutcome<Out>, void, undefined> {
  /** Starts no further call and takes nothing more from the source; calls under way finish and give their outcomes. */
  pause(): void;
  /** Resumes after a pause. */
  resume(): void;
}

/**
 * @param source instances, taken one by one when their turn comes: an async generator can open files lazily
 * @throws RangeError for invalid limits; whatever the source throws; `AbortError`
 */
export function inferMany(source: ManySource, options: ManySettings, send: SendBatch): InferManyRun {
  const events = new EventQueue();
  return Object.assign(run(source, options, send, events), {
    pause: () => {
      events.paused = true;
    },
    resume: () => {
      if (!events.paused) return;
      events.paused = false;
      events.post({ resumed: true });
    },
  });
}

type ManySettings = InferManyOptions & Pick<BatchLimits, "requestBytes" | "check">;

async function* run(
  source: ManySource,
  options: ManySettings,
  send: SendBatch,
  events: EventQueue,
): AsyncGenerator<IndexedOutcome, void, undefined> {
  const concurrency = atLeastOne("concurrency", options.concurrency ?? 2);
  const batches = new Batches(source, {
    count: atLeastOne("maxBatchCount", options.maxBatchCount ?? 32),
    bytes: atLeastOne("maxBatchBytes", options.maxBatchBytes ?? 2 ** 24),
    requestBytes: options.requestBytes,
    check: options.check,
  });
  // The consumer's leaving ends the calls as the caller's abort does.
  const own = new AbortController();
  const abort = () => {
    own.abort(options.signal!.reason);
    events.post({ failed: abortError(options.signal!.reason) });
  };
  if (options.signal?.aborted) abort();
  else options.signal?.addEventListener("abort", abort, { once: true });
  const settler = new BatchSettler(send, own.signal, options.retryAlone ?? false);
  const progress: ManyProgress = { done: 0, failed: 0, bytes: 0 };
  let calls = 0;
  let pulling = false;
  let ended = false;
  /** Came while it is paused. */
  let held: Batch | undefined;
  const start = ({ items, refused }: Batch) => {
    calls++;
    if (refused.length > 0) events.post({ settled: refused });
    events.from(settler.settle(items, (settled) => events.post({ settled })).then(() => ({ ended: true })));
  };
  try {
    for (;;) {
      if (!events.paused) {
        if (held) start(held);
        held = undefined;
        if (!pulling && !ended && calls < concurrency) {
          pulling = true;
          events.from(batches.next().then((pulled) => ({ pulled })));
        }
      }
      if (ended && calls === 0 && !held) return;
      const event = await events.next();
      if ("failed" in event) throw event.failed;
      if ("resumed" in event) continue;
      if ("pulled" in event) {
        pulling = false;
        ended = event.pulled === undefined;
        held = event.pulled;
        continue;
      }
      if ("ended" in event) {
        calls--;
        continue;
      }
      for (const { index, bytes, outcome } of event.settled) {
        progress.done++;
        progress.bytes += bytes;
        if (isError(outcome)) progress.failed++;
        options.onProgress?.({ ...progress });
        yield { index, outcome };
      }
    }
  } finally {
    options.signal?.removeEventListener("abort", abort);
    own.abort();
    await batches.close();
  }
}

type ManyEvent =
  | { pulled: Batch | undefined }
  | { settled: readonly Settled[] }
  | { ended: true }
  | { failed: unknown }
  | { resumed: true };

/** What happened meanwhile, in order: a slow source holds up no outcome, and a slow call no pulling. */
class EventQueue {
  /** Set by the consumer, which also posts an event when it resumes. */
  paused = false;
  readonly #events: ManyEvent[] = [];
  #wake = () => {};

  post(event: ManyEvent): void {
    this.#events.push(event);
    this.#wake();
  }

  from(promise: Promise<ManyEvent>): void {
    promise.then(
      (event) => this.post(event),
      (failed) => this.post({ failed }),
    );
  }

  async next(): Promise<ManyEvent> {
    if (this.#events.length === 0) {
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
    return this.#events.shift()!;
  }
}

function atLeastOne(name: string, value: number): number {
  if (!(typeof value === "number" && value >= 1)) {
    throw new RangeError(`${name} is ${describe(value)}: give 1 or more`);
  }
  return value;
}
