/** How far it is, on one line of a terminal that is written again and again; nothing where there is no terminal. */

import process from "node:process";
import { figuresOf, mapNames, type Run } from "../../evaluation/index.ts";
import { number, percent } from "./summary.ts";

const EVERY_MS = 500;

export class ProgressLine {
  readonly #all: number;
  readonly #names: ReadonlyMap<string, string>;
  readonly #isShown = process.stderr.isTTY === true;
  readonly #started = performance.now();
  #shown = Number.NEGATIVE_INFINITY;

  constructor(all: number, names: ReadonlyMap<string, string>) {
    this.#all = all;
    this.#names = names;
  }

  show(run: Run): void {
    const now = performance.now();
    if (!this.#isShown || now - this.#shown < EVERY_MS) return;
    this.#shown = now;
    const settled = run.answered + run.failed;
    const { top1 } = figuresOf(run, mapNames(run.truths.texts, run.labels.texts, this.#names));
    const rate = (settled * 1000) / Math.max(1, now - this.#started);
    const line = `${number(settled)} of ${number(this.#all)} photos · top-1 ${percent(top1)} · ${rate.toPrecision(2)} per second`;
    process.stderr.write(`\r\u001B[K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  }

  clear(): void {
    if (this.#isShown) process.stderr.write("\r\u001B[K");
  }
}
