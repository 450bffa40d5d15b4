/** A bounded number of jobs at a time; the others wait in line. A decoded 12-megapixel photo is 48 MB. */

import { abortError } from "../errors/abort.ts";

export class Slots {
  #free: number;
  readonly #waiting = new Set<() => void>();

  constructor(count: number) {
    this.#free = count;
  }

  /**
   * Waits for a slot; {@link give} returns it.
   * @throws AbortError when the signal fires while waiting; no slot is taken then
   */
  async take(signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) throw abortError(signal.reason);
    if (this.#free > 0) {
      this.#free--;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const abort = () => {
        this.#waiting.delete(enter);
        reject(abortError(signal!.reason));
      };
      const enter = () => {
        signal?.removeEventListener("abort", abort);
        resolve();
      };
      this.#waiting.add(enter);
      signal?.addEventListener("abort", abort, { once: true });
    });
  }

  /** Hands the slot to the one who has waited longest. */
  give(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#free++;
      return;
    }
    this.#waiting.delete(next);
    next();
  }
}
