/** An instance of `inferMany` that is followed, and can be let go of, by itself. */

import type { Instance } from "../../wire/index.ts";
import type { Progress } from "../transport/progress.ts";

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

/**
 * An instance with options of its own, for the source of `inferMany`.
 *
 * ```ts
 * const item = new ManyItem({ image: file }, { signal, onProgress: ({ uploaded, uploadTotal }) => … });
 * ```
 */
export class ManyItem {
  /** Inputs by name. */
  readonly instance: Instance;
  /** Its own signal and progress. */
  readonly options: ManyItemOptions;

  constructor(instance: Instance, options: ManyItemOptions = {}) {
    this.instance = instance;
    this.options = options;
  }
}

/**
 * Given by the source of `inferMany` in an instance's place: what it has given goes now, without waiting for a full
 * batch. For a source that knows that nothing follows for a while, such as a queue that is empty.
 */
export const SEND_NOW: unique symbol = Symbol.for("mindspore-serving-web.send-now");
