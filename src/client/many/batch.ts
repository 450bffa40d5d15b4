/** Instances on their way through `inferMany`. */

import type { InstanceMessage } from "../../wire/index.ts";
import type { InferResult, Outcome } from "../serving/outcome.ts";
import type { OnProgress, Progress } from "../transport/progress.ts";

/** What goes with one instance of an `inferMany`. */
export interface ManyItemOptions {
  /**
   * Cancels this instance: it is not sent, or its outcome is dropped, and the iteration gives none for it.
   * The others continue; a call whose instances are all cancelled is ended.
   */
  signal?: AbortSignal;
  /**
   * Called as the call that carries this instance sends and receives bytes; starts at 0 again when the instance
   * is sent again. In a browser the calls then use `XMLHttpRequest`, as with `infer`.
   */
  onProgress?: (progress: ItemProgress) => void;
}

/** How far one instance of a batch is. */
export interface ItemProgress {
  /** Bytes of this instance that have been sent; a batch is sent in its order. */
  uploaded: number;
  /** Bytes of this instance. */
  uploadTotal: number;
  /** Instances in the call that carries it. */
  together: number;
  /** The whole call's. */
  call: Progress;
}

/** Sends the items of one call. */
export type SendItems = (signal: AbortSignal, onProgress?: OnProgress) => Promise<InferResult>;

/** An instance with options of its own: what sends it, so that they hold, comes with it. */
export interface Followed {
  /** Its own signal and progress. */
  readonly options: ManyItemOptions;
  /** Sends the call that carries it. */
  carry(items: readonly Item[], signal: AbortSignal, send: SendItems): Promise<InferResult>;
}

/** An instance that is encoded. */
export interface Item {
  /** Place in the source. */
  index: number;
  /** Its inputs as the wire has them. */
  message: InstanceMessage;
  /** What it takes of a request. */
  bytes: number;
  /** Where it came with options of its own. */
  many?: Followed | undefined;
}

/** An instance that has its outcome. */
export interface Settled {
  index: number;
  bytes: number;
  outcome: Outcome;
}

export interface Batch {
  items: Item[];
  /** Instances that can't be sent. */
  refused: Settled[];
}

/** Whether an item's own signal has fired, so that its outcome is dropped. */
export function isAborted({ many }: Item): boolean {
  return many?.options.signal?.aborted === true;
}
