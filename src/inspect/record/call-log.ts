/** The newest calls, within bounds: a page that classifies 10,000 photos has no more memory for it than after 200. */

import type { Interceptor, Payload, PredictRequest } from "../../client/index.ts";
import { classNameOf, describe } from "../../tensor/index.ts";
import { sizeOfPayload } from "../../wire/index.ts";
import { inspect } from "./inspect.ts";
import type { InspectedCall } from "./inspected-call.ts";

/** What a {@link CallLog} keeps at most. */
export interface CallLogOptions {
  /**
   * Calls.
   * @default 200
   */
  maxCalls?: number;
  /**
   * Bytes in memory of their messages; files of the disk take none. Those of the oldest calls are let go first, the
   * newest call's stay whatever their size.
   * @default 67108864
   */
  maxBytes?: number;
}

/**
 * Records calls, and keeps the newest.
 *
 * ```ts
 * const log = new CallLog();
 * const client = new Client("", "add", "add_common", { interceptors: [log.interceptor] });
 * await client.infer({ x1: tensor([1]), x2: tensor([2]) });
 * console.log(log.calls.at(-1)?.times.totalMs);
 * ```
 */
export class CallLog {
  /** For the `interceptors` of any number of clients. */
  readonly interceptor: Interceptor;
  readonly #maxCalls: number;
  readonly #maxBytes: number;
  readonly #listeners = new Set<() => void>();
  #calls: readonly InspectedCall[] = [];
  /** Bytes of the messages that are kept, by the calls' ids, oldest first. */
  readonly #bytes = new Map<number, number>();
  #total = 0;
  #gone = 0;

  /** @throws RangeError for a bound that is not above 0 */
  constructor({ maxCalls = 200, maxBytes = 64 * 2 ** 20 }: CallLogOptions = {}) {
    this.#maxCalls = aboveZero("maxCalls", maxCalls);
    this.#maxBytes = aboveZero("maxBytes", maxBytes);
    this.interceptor = inspect((call) => this.#take(call));
  }

  /** Oldest first; another array after each change. */
  get calls(): readonly InspectedCall[] {
    return this.#calls;
  }

  /** How many calls were let go to make room for newer ones, since the last {@link CallLog.clear}. */
  get gone(): number {
    return this.#gone;
  }

  /** Forgets all calls; one that is under way then is not told any more. */
  clear(): void {
    this.#calls = [];
    this.#bytes.clear();
    this.#total = 0;
    this.#gone = 0;
    this.#tell();
  }

  /** Calls `listener` after each change. @returns ends that */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #take(call: InspectedCall): void {
    const isKnown = this.#calls.some(({ id }) => id === call.id);
    if (!isKnown) {
      if (call.state !== "pending") return;
      this.#calls = [...this.#calls, call];
      this.#weigh(call);
      if (this.#calls.length > this.#maxCalls) this.#drop();
    } else if (this.#bytes.has(call.id)) {
      this.#replace(call);
      this.#weigh(call);
    } else {
      this.#replace(bare(call));
    }
    for (const id of this.#bytes.keys()) {
      if (this.#total <= this.#maxBytes || this.#bytes.size === 1) break;
      this.#forget(id);
      this.#replace(bare(this.#calls.find((one) => one.id === id)!));
    }
    this.#tell();
  }

  #replace(call: InspectedCall): void {
    this.#calls = this.#calls.map((one) => (one.id === call.id ? call : one));
  }

  #drop(): void {
    const [oldest, ...rest] = this.#calls;
    this.#calls = rest;
    this.#forget(oldest!.id);
    this.#gone++;
  }

  #weigh({ id, messages, receivedBytes = 0 }: InspectedCall): void {
    const bytes = bytesInMemory(messages!.request) + receivedBytes;
    this.#total += bytes - (this.#bytes.get(id) ?? 0);
    this.#bytes.set(id, bytes);
  }

  #forget(id: number): void {
    this.#total -= this.#bytes.get(id) ?? 0;
    this.#bytes.delete(id);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** A call without its messages. */
function bare({ messages: _, ...call }: InspectedCall): InspectedCall {
  return call;
}

function bytesInMemory({ instances }: PredictRequest): number {
  let bytes = 0;
  for (const instance of instances) {
    for (const { data, bytesVal } of instance.values()) {
      for (const payload of data ? [data, ...bytesVal] : bytesVal) bytes += sizeInMemory(payload);
    }
  }
  return bytes;
}

/** A file lies on the disk until it is sent. */
function sizeInMemory(payload: Payload): number {
  return classNameOf(payload) === "File" ? 0 : sizeOfPayload(payload);
}

function aboveZero(name: string, value: number): number {
  if (typeof value === "number" && value > 0) return value;
  throw new RangeError(`${name} is ${describe(value)}: give a number above 0`);
}
