/** The playground's call that is under way, and what came of the last one. */

import { type Failure, thrownFailure } from "../../failures/index.ts";
import { type Answer, call } from "../serving/call.ts";
import type { Target } from "../serving/client-for.ts";
import { methodName } from "../serving/target.ts";
import { remember } from "./kept/history.ts";
import { keptReply } from "./kept/kept-reply.ts";
import type { ReadRequest } from "./request/written-request.ts";

export class CallRun {
  answer: Answer | undefined;
  /** How long the answer took. */
  ms = 0;
  running = false;
  /** Whose answer it is. */
  of: string | undefined;

  readonly #changed: () => void;
  #call: AbortController | undefined;

  /** @param changed is called after every change */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /**
   * @param read gives what is to be sent, or `undefined` when something is to be fixed first
   * @returns whether there is an answer now
   */
  async run(
    target: Target,
    read: (signal: AbortSignal) => Promise<ReadRequest | undefined>,
  ): Promise<boolean> {
    this.answer = undefined;
    this.running = true;
    const current = new AbortController();
    const { signal } = current;
    this.#call = current;
    this.of = methodName(target);
    this.#changed();
    try {
      await this.#send(target, await read(signal), signal);
    } catch (error) {
      if (!signal.aborted) this.answer = { failure: thrownFailure(error) };
    } finally {
      // After Stop the page may have gone on to another call.
      if (this.#call === current) this.running = false;
      this.#changed();
    }
    return this.answer !== undefined && !signal.aborted;
  }

  async #send(target: Target, read: ReadRequest | undefined, signal: AbortSignal): Promise<void> {
    if (!read || signal.aborted) return;
    const start = performance.now();
    const answer = await call({ ...target, instances: read.instances, signal });
    if (signal.aborted) return;
    this.answer = answer;
    this.ms = Math.round(performance.now() - start);
    const failed = "failure" in answer || answer.answers.some((one) => "failure" in one);
    remember({
      ...target,
      at: Date.now(),
      instances: read.drafts,
      failed,
      ms: this.ms,
      reply: keptReply(answer),
    });
  }

  /** At once, whatever is still being read. */
  stop(): void {
    this.#call?.abort();
    this.running = false;
    this.#changed();
  }

  /** Another request is filled in. */
  clear(): void {
    this.answer = undefined;
    this.stop();
  }

  fail(failure: Failure): void {
    this.answer = { failure };
    this.#changed();
  }

  /** Another method is set: the old one's answer goes, unless it is still to come. */
  aim(method: string): boolean {
    if (this.running || this.of === method) return false;
    this.answer = undefined;
    this.of = method;
    this.#changed();
    return true;
  }
}
