/** How far a call is, in bytes. */

export interface Progress {
  /**
   * Bytes of the request that have been sent. Where there is no `XMLHttpRequest` (Node, service workers) an upload can't
   * be seen moving: this stays 0 until the reply begins, and is then the total.
   */
  uploaded: number;
  /** Bytes of the whole request. */
  uploadTotal: number;
  /** Bytes of the reply that have been received. */
  downloaded: number;
  /** Bytes of the whole reply; absent while unknown. */
  downloadTotal?: number;
}

/** Called whenever bytes of a call were sent or received. */
export type OnProgress = (progress: Progress) => void;

/** Reports a call's progress to its caller; what the caller's function throws is reported and does not harm the call. */
export class ProgressReport {
  readonly #tell: OnProgress;
  #progress: Progress;

  constructor(tell: OnProgress, uploadTotal: number) {
    this.#tell = tell;
    this.#progress = { uploaded: 0, uploadTotal, downloaded: 0 };
  }

  uploaded(bytes: number): void {
    this.#update({ uploaded: bytes });
  }

  /** @param total of the whole reply, where its head says so */
  downloaded(bytes: number, total?: number): void {
    const whole = total === undefined ? {} : { downloadTotal: total };
    this.#update({ uploaded: this.#progress.uploadTotal, downloaded: bytes, ...whole });
  }

  #update(change: Partial<Progress>): void {
    this.#progress = { ...this.#progress, ...change };
    callSafely(this.#tell, this.#progress);
  }
}

/** Calls a caller's function; what it throws is reported by the page's `error` event, as for an event listener. */
export function callSafely<T>(tell: (value: T) => void, value: T): void {
  try {
    tell(value);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
