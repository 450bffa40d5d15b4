/**
 * Thousands of instances with bounded memory: batches by count and bytes, a few calls at a time, outcomes as they
 * come, and a failed batch taken apart until the bad instance stands alone.
 */

import { describe } from "../../tensor/element.ts";
import type { Instance } from "../../wire/instance.ts";
import { isError } from "../errors/errors.ts";
import type { CallOptions } from "../options/options.ts";
import type { Outcome } from "../serving/outcome.ts";
import { abortError } from "../transport/unary.ts";
import { type Batch, Batches, type BatchLimits, type Settled } from "./batches.ts";
import { BatchSettler, type SendBatch } from "./settle-batch.ts";

/** `timeoutMs` and `metadata` go with each call. */
export interface InferManyOptions extends Pick<CallOptions, "timeoutMs" | "metadata"> {
  /**
   * Calls under way at a time. Browsers open six connections to an HTTP/1.1 origin, and a worker has its own queue.
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
  /** Told after each outcome. */
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
export interface IndexedOutcome {
  /** Place of the instance in the source, from 0. */
  index: number;
  /** Its outputs by name, or its error. */
  outcome: Outcome;
}

/**
 * @param source instances, taken one by one when their turn comes: an async generator can open files lazily
 * @throws RangeError for limits that are none; whatever the source throws; `AbortError`
 */
export async function* inferMany(
  source: Iterable<Instance> | AsyncIterable<Instance>,
  options: InferManyOptions & Pick<BatchLimits, "requestBytes">,
  send: SendBatch,
): AsyncGenerator<IndexedOutcome, void, undefined> {
  const concurrency = atLeastOne("concurrency", options.concurrency ?? 2);
  const batches = new Batches(source, {
    count: atLeastOne("maxBatchCount", options.maxBatchCount ?? 32),
    bytes: atLeastOne("maxBatchBytes", options.maxBatchBytes ?? 2 ** 24),
    requestBytes: options.requestBytes,
  });
  const events = new EventQueue();
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
  try {
    for (;;) {
      if (!pulling && !ended && calls < concurrency) {
        pulling = true;
        events.from(batches.next().then((pulled) => ({ pulled })));
      }
      if (!pulling && calls === 0) return;
      const event = await events.next();
      if ("failed" in event) throw event.failed;
      if ("pulled" in event) {
        pulling = false;
        ended = event.pulled === undefined;
        if (event.pulled === undefined) continue;
        const { items, refused } = event.pulled;
        calls++;
        events.from(settler.settle(items).then((settled) => ({ settled: [...refused, ...settled] })));
        continue;
      }
      calls--;
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

type ManyEvent = { pulled: Batch | undefined } | { settled: Settled[] } | { failed: unknown };

/** What happened meanwhile, in order: a slow source holds up no outcome, and a slow call no pulling. */
class EventQueue {
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
    throw new RangeError(`${name} is ${describe(value)}: give a number from 1 on`);
  }
  return value;
}
