/** Live pictures and other values of which only the newest matters: a camera's frames, a slider, a sensor. */

import { describe } from "../tensor/index.ts";
import type { Instance, Outputs } from "../wire/index.ts";
import type { Client } from "./client.ts";
import { isError } from "./errors/errors.ts";
import { iteratorOf } from "./many/iterator-of.ts";
import type { CallOptions } from "./options/options.ts";
import { pause } from "./retry/policy.ts";
import type { Outcome } from "./serving/outcome.ts";
import { abortError } from "./transport/abort.ts";
import type { InputsOf, OutputsOf } from "./typed/servable-method.ts";

/** `timeoutMs` and `metadata` go with each call. */
export interface InferLatestOptions extends Pick<CallOptions, "timeoutMs" | "metadata"> {
  /**
   * Most calls at a time. With two, one instance is on its way while the server works on the other.
   * @default 2
   */
  concurrency?: number;
  /** Ends the calls under way; the iteration then throws an `AbortError`. */
  signal?: AbortSignal;
}

/** An answer of `inferLatest`. */
export interface LatestOutcome<In = Instance, Out = Outputs> {
  /** What was sent. */
  instance: In;
  /** Its outputs by name, or its error, or that of the whole call. */
  outcome: Outcome<Out>;
  /** Milliseconds from when the source gave it to its answer. */
  ms: number;
}

/**
 * Sends the newest instance whenever a call may begin, alone, and gives the answers, never an older one behind a newer
 * one. What the source would have had meanwhile is never made: it is asked for its next instance only then.
 *
 * ```ts
 * async function* frames() {
 *   for (;;) yield { image: await toUpload(video, { maxSide: 640 }) };
 * }
 * for await (const { outcome, ms } of inferLatest(client, frames())) show(outcome, ms);
 * ```
 *
 * While calls fail as a whole, such as those of a server that is down, it waits longer and longer between them, up to
 * 2 seconds. It ends with its source, when `signal` aborts, and when the loop is left.
 *
 * @param source gives the newest instance each time it is asked
 * @throws RangeError for an invalid `concurrency`; whatever the source throws, and `infer` for its instances;
 *   `AbortError`
 */
export async function* inferLatest<In extends InputsOf<In> = Instance, Out extends OutputsOf<Out> = Outputs>(
  client: Pick<Client<In, Out>, "infer">,
  source: AsyncIterable<In> | Iterable<In>,
  options: InferLatestOptions = {},
): AsyncGenerator<LatestOutcome<In, Out>, void, undefined> {
  const { concurrency = 2, signal, ...perCall } = options;
  if (!(concurrency >= 1)) throw new RangeError(`concurrency is ${describe(concurrency)}: give 1 or more`);
  // The consumer's leaving ends the calls as the caller's abort does.
  const own = new AbortController();
  let wake = () => {};
  /** What ends it: the caller's abort, a source that throws, an instance that can't be sent. */
  let failed: { error: unknown } | undefined;
  const fail = (error: unknown) => {
    failed ??= { error };
    own.abort(error);
    wake();
  };
  const abort = () => fail(abortError(signal!.reason));
  if (signal?.aborted) abort();
  else signal?.addEventListener("abort", abort, { once: true });

  const iterator = iteratorOf(source);
  let [taken, answered, calls, failures] = [0, 0, 0, 0];
  let [isTaking, isEnded] = [false, false];
  let latest: LatestOutcome<In, Out> | undefined;

  const call = async (instance: In) => {
    const began = performance.now();
    const number = ++taken;
    calls++;
    const result = await client.infer(instance, { ...perCall, signal: own.signal });
    calls--;
    const outcome = (isError(result) ? result : result[0]!) as Outcome<Out>;
    failures = isError(result) ? failures + 1 : 0;
    if (number > answered) {
      answered = number;
      latest = { instance, outcome, ms: performance.now() - began };
    }
    wake();
  };
  const take = async () => {
    isTaking = true;
    if (failures > 0) await pause(Math.min(MAX_PAUSE_MS, 50 * 2 ** failures), own.signal);
    const { value, done } = await iterator.next();
    isTaking = false;
    if (done) isEnded = true;
    else if (!failed) call(value).catch(fail);
    wake();
  };

  try {
    for (;;) {
      if (failed) throw failed.error;
      if (latest) {
        const given = latest;
        latest = undefined;
        yield given;
        continue;
      }
      if (!isTaking && !isEnded && calls < concurrency) take().catch(fail);
      if (isEnded && calls === 0) return;
      await new Promise<void>((awake) => {
        wake = awake;
      });
    }
  } finally {
    signal?.removeEventListener("abort", abort);
    own.abort();
    const closed = Promise.resolve(iterator.return?.()).catch(() => {});
    // A generator that still waits for its next instance ends when it has it.
    if (!isTaking) await closed;
  }
}

/** Longest wait of a server that does not answer. */
const MAX_PAUSE_MS = 2000;
