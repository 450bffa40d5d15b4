/** A batch's outcomes, each instance's own: a failure that Serving has copied to neighbours is taken off them again. */

import type { InstanceMessage } from "../../wire/index.ts";
import { errorKinds } from "../errors/error-kinds.ts";
import { type InstanceError, isError, isFunctionFailure } from "../errors/errors.ts";
import { pause } from "../retry/policy.ts";
import type { InferResult, Outcome } from "../serving/outcome.ts";
import type { OnProgress } from "../transport/progress.ts";
import { type Item, isAborted, type SendItems, type Settled } from "./batch.ts";

/** Sends one batch; rejects only for the caller's abort. */
export type SendBatch = (
  messages: InstanceMessage[],
  signal: AbortSignal,
  onProgress?: OnProgress,
) => Promise<InferResult>;

/** Is given instances that have their outcome. */
type Tell = (settled: readonly Settled[]) => void;

/** How many calls an `inferMany` makes for single instances that failed: 8, and one for every ten instances. */
class CallsAlone {
  #instances = 0;
  #calls = 0;

  sent(instances: number): void {
    this.#instances += instances;
  }

  /** Takes one; false when there is none. */
  take(): boolean {
    if (this.#calls >= 8 + this.#instances / 10) return false;
    this.#calls++;
    return true;
  }
}

/** Sends batches, and what of them has to be sent again. */
export class BatchSettler {
  readonly #send: SendBatch;
  readonly #signal: AbortSignal;
  readonly #callsAlone: CallsAlone | undefined;

  /** @param retryAlone whether instances that a servable's function failed on are sent again alone */
  constructor(send: SendBatch, signal: AbortSignal, retryAlone: boolean) {
    this.#send = send;
    this.#signal = signal;
    this.#callsAlone = retryAlone ? new CallsAlone() : undefined;
  }

  /** @param tell is given outcomes as they are known: none of an item that was left */
  async settle(items: readonly Item[], tell: Tell): Promise<void> {
    this.#callsAlone?.sent(items.length);
    await this.#settle(items, false, tell);
  }

  /**
   * When a batch fails as a whole for what may be one instance's fault, its halves are sent, and so on.
   * @param part whether it is a part of a batch that failed so
   */
  async #settle(given: readonly Item[], part: boolean, tell: Tell): Promise<void> {
    const items = given.filter((item) => !isAborted(item));
    const began = performance.now();
    const result = items.length > 0 ? await this.#call(items) : undefined;
    if (!result) return;
    const tookMs = performance.now() - began;
    const failure = wholeFailure(result);
    if (failure && items.length > 1 && errorKinds[failure.kind].scope === "instance") {
      const middle = items.length >> 1;
      // One after the other: this batch keeps to its one place among the calls under way.
      await this.#settle(items.slice(0, middle), true, tell);
      await this.#settle(items.slice(middle), true, tell);
      return;
    }
    const settled: Settled[] = [];
    const again: [Item, InstanceError][] = [];
    for (const [i, item] of items.entries()) {
      if (isAborted(item)) continue;
      const outcome: Outcome = isError(result) ? result : result[i]!;
      if (!this.#callsAlone || !isFunctionFailure(outcome)) settled.push(settledAs(item, outcome));
      else if (part && items.length === 1) settled.push(settledAs(item, { ...outcome, alone: true }));
      else again.push([item, outcome]);
    }
    // Its neighbours do not wait until a bad instance has failed alone.
    tell(settled);
    for (const [item, failed] of again) {
      const outcome = isAborted(item)
        ? undefined
        : await this.#alone(item, failed, tookMs, this.#callsAlone!);
      if (outcome && !isAborted(item)) tell([settledAs(item, outcome)]);
    }
  }

  /** What becomes of an instance whose failure may be a neighbour's, also of another caller's: so even of one alone. */
  async #alone(
    item: Item,
    failed: InstanceError,
    tookMs: number,
    calls: CallsAlone,
  ): Promise<Outcome | undefined> {
    if (!calls.take()) return { ...failed, alone: false };
    // Whose bad instance failed with it is sent again just now as well: not into one batch with that a second time.
    await pause((0.5 + 3 * Math.random()) * tookMs, this.#signal);
    const result = await this.#call([item]);
    const outcome = isError(result) ? result : result?.[0];
    return isFunctionFailure(outcome) ? { ...outcome, alone: true } : outcome;
  }

  /** One call with these items; `undefined` when all of them were left meanwhile. */
  async #call(items: readonly Item[]): Promise<InferResult | undefined> {
    const messages = items.map(({ message }) => message);
    const send: SendItems = (signal, onProgress) => this.#send(messages, signal, onProgress);
    const many = items.find((item) => item.many)?.many;
    try {
      return await (many ? many.carry(items, this.#signal, send) : send(this.#signal));
    } catch (error) {
      if (items.every(isAborted) && !this.#signal.aborted) return undefined;
      throw error;
    }
  }
}

function settledAs({ index, bytes }: Item, outcome: Outcome): Settled {
  return { index, bytes, outcome };
}

/**
 * The failure that all instances share. A worker merges instances of several callers and copies one failure to all
 * of them; releases 1.1 and 1.2 then answer with as many equal entries, later ones with one.
 */
function wholeFailure(result: InferResult): InstanceError | undefined {
  if (isError(result)) return result;
  const [first] = result;
  if (!isError(first)) return undefined;
  return result.every((outcome) => isError(outcome) && outcome.error === first.error) ? first : undefined;
}
