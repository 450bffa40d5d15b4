/** How fast photos are settled, and how long the others will take at that. */

/** Long enough to even out batches, short enough to follow a connection that changes. */
const WINDOW_MS = 20_000;

/** Before that a rate says little. */
const LEAST_MS = 1000;

/** How many photos a second are settled, over the last seconds. */
export class Pace {
  // Not `#private`, which a framework's Proxy of it has not.
  /**
   * Since when work is under way; `undefined` while it rests.
   * @internal
   */
  private since: number | undefined;
  /** @internal */
  private settled: { at: number; count: number }[] = [];

  /** Work begins or resumes. Does nothing while it is under way. */
  start(now: number): void {
    if (this.since !== undefined) return;
    this.since = now;
    this.settled = [];
  }

  /** Work rests. */
  stop(): void {
    this.since = undefined;
  }

  /** So many photos were settled. */
  note(count: number, now: number): void {
    this.settled.push({ at: now, count });
    while (this.settled[0]!.at < now - WINDOW_MS) this.settled.shift();
  }

  /** Photos per second; `undefined` while it rests or is too young to say. */
  rate(now: number): number | undefined {
    if (this.since === undefined) return undefined;
    const from = Math.max(this.since, now - WINDOW_MS);
    const count = this.settled.reduce((sum, { at, count }) => (at >= from ? sum + count : sum), 0);
    return count === 0 || now - from < LEAST_MS ? undefined : (count * 1000) / (now - from);
  }
}
