/** One direction of a link: when bytes arrive that enter it, and when it was busy. All connections share it. */

/** From and to, in ms. */
export type Span = readonly [start: number, end: number];

interface Capacity {
  /** `Infinity` for a link that takes no time to send. */
  bitsPerSecond: number;
  /** From the moment that the last bit is sent to its arrival. */
  delayMs: number;
}

/** Bytes leave one after the other in the order in which they entered, at the link's rate, and all take its delay. */
export class Direction {
  /** In which it was sending, in order; such as follow each other without a gap are one. */
  readonly busy: Span[] = [];
  /** That entered it. */
  bytes = 0;
  readonly #msPerByte: number;
  readonly #delayMs: number;
  /** When it has sent all that entered. */
  #free = Number.NEGATIVE_INFINITY;

  constructor({ bitsPerSecond, delayMs }: Capacity) {
    this.#msPerByte = 8000 / bitsPerSecond;
    this.#delayMs = delayMs;
  }

  /**
   * Takes bytes in.
   * @param now in ms; never less than the last time
   * @returns when the last of them arrives
   */
  send(bytes: number, now: number): number {
    const start = Math.max(now, this.#free);
    this.#free = start + bytes * this.#msPerByte;
    this.bytes += bytes;
    const last = this.busy.at(-1);
    if (last && last[1] === start) this.busy[this.busy.length - 1] = [last[0], this.#free];
    else if (this.#free > start) this.busy.push([start, this.#free]);
    return this.#free + this.#delayMs;
  }
}
