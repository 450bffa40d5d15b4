/** How many answers come in a second, of late. */

/** Long enough for a steady figure, short enough to follow a change. */
const WINDOW_MS = 2000;

export class AnswerPace {
  #times: number[] = [];

  /** @param now in milliseconds, never before the last */
  add(now: number): void {
    this.#times.push(now);
    this.#times = this.#times.filter((time) => now - time <= WINDOW_MS);
  }

  /** `undefined` before there are two answers to tell it from. */
  perSecond(): number | undefined {
    const [first, last] = [this.#times[0], this.#times.at(-1)];
    if (first === undefined || last === undefined || first === last) return undefined;
    return ((this.#times.length - 1) / (last - first)) * 1000;
  }
}
