/** Looks for a lost connection, less and less often, until work can go on. */

import { connection } from "../serving/connection.ts";
import { look } from "../serving/watch.ts";

const FIRST_MS = 1000;
const LONGEST_MS = 15_000;

export class Reconnect {
  readonly #back: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsubscribe: (() => void) | undefined;
  #delay = FIRST_MS;

  /** @param back called once when the connection is back; it may turn out not to be */
  constructor(back: () => void) {
    this.#back = back;
  }

  /** To be told after every change whether a connection is waited for. */
  waiting(waits: boolean): void {
    if (!waits) this.#stop();
    else if (this.#timer === undefined) this.#start();
  }

  /** A call went well: the next loss is a new one. */
  worked(): void {
    this.#delay = FIRST_MS;
  }

  #start(): void {
    this.#unsubscribe = connection.subscribe(() => this.#check());
    this.#timer = setTimeout(async () => {
      await look();
      this.#check();
      if (this.#timer === undefined) return;
      // Still not there: from the start, later.
      this.#stop();
      this.#start();
    }, this.#delay);
    this.#delay = Math.min(LONGEST_MS, this.#delay * 2);
  }

  #check(): void {
    if (connection.value !== "connected" || this.#timer === undefined) return;
    this.#stop();
    this.#back();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#unsubscribe?.();
  }
}
