/** Instances on their way through `inferMany`. */

import type { Instance, InstanceMessage } from "../../wire/index.ts";
import type { InferResult, Outcome } from "../serving/outcome.ts";
import type { OnProgress, Progress } from "../transport/progress.ts";

/** What goes with one instance of an `inferMany`. */
export interface ManyItemOptions {
  /**
   * Lets go of this instance: it is not sent any more, or its outcome is dropped, and the iteration gives none for it.
   * Its neighbours go on; a call that nobody waits for any more is ended.
   */
  signal?: AbortSignal;
  /**
   * Told of the call that carries this instance, whenever bytes of it leave or come; once more from 0 when the instance
   * is sent again. In a browser the calls then go over `XMLHttpRequest`, as with `infer`.
   */
  onProgress?: (progress: ItemProgress) => void;
}

/** How far one instance of a batch is. */
export interface ItemProgress {
  /** Bytes of this instance that have left; those of a batch leave in its order. */
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
  /** Inputs by name. */
  readonly instance: Instance;
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
  /** Instances that can't be sent at all. */
  refused: Settled[];
}

/** Whether nobody waits for an item any more. */
export function isLeft({ many }: Item): boolean {
  return many?.options.signal?.aborted === true;
}
