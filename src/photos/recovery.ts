/** Tries again after a failure that passes by itself, less and less often, until work can resume. */

const FIRST_MS = 1000;
const LONGEST_MS = 15_000;

export class Recovery {
  readonly #isBack: () => boolean | Promise<boolean>;
  readonly #goOn: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #delay = FIRST_MS;

  /**
   * @param isBack whether it is worth trying
   * @param goOn called once when it is; the next call may show that it was not
   */
  constructor(isBack: () => boolean | Promise<boolean>, goOn: () => void) {
    this.#isBack = isBack;
    this.#goOn = goOn;
  }

  /** To be told after every change whether something is waited for. */
  waiting(waits: boolean): void {
    if (!waits) this.#stop();
    else if (this.#timer === undefined) this.#start();
  }

  /** A call went well: the next loss is a new one. */
  worked(): void {
    this.#delay = FIRST_MS;
  }

  #start(): void {
    const timer = setTimeout(async () => {
      const back = await this.#isBack();
      // Meanwhile somebody may have gone on, or waits no more.
      if (this.#timer !== timer) return;
      this.#stop();
      if (back) this.#goOn();
      else this.#start();
    }, this.#delay);
    this.#timer = timer;
    this.#delay = Math.min(LONGEST_MS, this.#delay * 2);
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
