/** An instance of `inferMany` with its own progress and abort signal. */

import type { Instance } from "../../wire/index.ts";
import type { InferResult } from "../serving/outcome.ts";
import type { Followed, Item, ManyItemOptions, SendItems } from "./batch.ts";
import { progressOf, whileWaitedFor } from "./shared-call.ts";

/**
 * An instance with options of its own, for the source of `inferMany`.
 *
 * ```ts
 * const item = new ManyItem({ image: file }, { signal, onProgress: ({ uploaded, uploadTotal }) => … });
 * ```
 */
export class ManyItem<In = Instance> implements Followed {
  /** Inputs by name. */
  readonly instance: In;
  /** Its own signal and progress. */
  readonly options: ManyItemOptions;

  constructor(instance: In, options: ManyItemOptions = {}) {
    this.instance = instance;
    this.options = options;
  }

  /**
   * For the client: sends a call that carries it, so that each item's options hold. It stands here, and not where
   * batches are sent, so that a page without such items does not load the code that tracks them.
   */
  carry(items: readonly Item[], signal: AbortSignal, send: SendItems): Promise<InferResult> {
    return whileWaitedFor(items, signal, (ended) => send(ended, progressOf(items)));
  }
}
