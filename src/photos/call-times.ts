/** Where a call's time went, as far as a browser can see it. */

import type { Progress } from "../client/index.ts";

/** Milliseconds. */
export interface CallTimes {
  /** Until the last byte had left; `undefined` where that could not be seen. */
  upload: number | undefined;
  /** From there until the reply began: the way, the proxy, the worker's queue and the model. */
  server: number | undefined;
  /** From the first byte to the end of the reply. */
  total: number;
}

/** Started when the call is; told of its progress. */
export class CallClock {
  readonly #now: () => number;
  readonly #started: number;
  #uploaded: number | undefined;
  #answered: number | undefined;

  constructor(now = () => performance.now()) {
    this.#now = now;
    this.#started = now();
  }

  note({ uploaded, uploadTotal, downloaded }: Progress): void {
    if (uploaded >= uploadTotal) this.#uploaded ??= this.#now();
    if (downloaded > 0) this.#answered ??= this.#now();
  }

  /** To be asked when the call has ended. */
  times(): CallTimes {
    const ended = this.#now();
    const uploaded = this.#uploaded;
    return {
      upload: uploaded === undefined ? undefined : uploaded - this.#started,
      server: uploaded === undefined ? undefined : (this.#answered ?? ended) - uploaded,
      total: ended - this.#started,
    };
  }
}
