/** How long a request may be silent. */

const PATIENCE_MS = 30_000;

export class Patience {
  readonly seconds = PATIENCE_MS / 1000;
  /** Nothing came for so long. */
  isOver = false;
  readonly #ending = new AbortController();
  readonly #outer: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param outer ends it, too */
  constructor(outer: AbortSignal) {
    this.#outer = outer;
    outer.addEventListener("abort", this.#abort);
    if (outer.aborted) this.#abort();
    this.renew();
  }

  /** Fires when nothing came for too long, or when the outer signal does. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** Something came. */
  renew(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.isOver = true;
      this.#abort();
    }, PATIENCE_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener("abort", this.#abort);
  }

  #abort = (): void => this.#ending.abort();
}
