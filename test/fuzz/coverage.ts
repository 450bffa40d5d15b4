/**
 * Which blocks of the client's code ran, as V8 counts them. (jazzer.js, the coverage-guided fuzzer that is kept, comes
 * as a binary for newer systems than this repo asks for.)
 */

import { Session } from "node:inspector";

const WATCHED = /\/src\/client\/|\/google-protobuf\//;

interface Coverage {
  result: {
    url: string;
    functions: { ranges: { startOffset: number; endOffset: number; count: number }[] }[];
  }[];
}

export class BlockCoverage {
  readonly #session = new Session();
  readonly #seen = new Set<string>();

  constructor() {
    this.#session.connect();
    this.#session.post("Profiler.enable");
    this.#session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  }

  /** Blocks seen so far, each with how often, in powers of two. */
  get size(): number {
    return this.#seen.size;
  }

  /** Whether something ran since the last look that had never run, or never about as often. */
  sawNew(remember = true): boolean {
    let coverage: Coverage | undefined;
    this.#session.post("Profiler.takePreciseCoverage", (_, result) => {
      coverage = result as Coverage;
    });
    let isNew = false;
    for (const { url, functions } of coverage!.result) {
      if (!WATCHED.test(url)) continue;
      for (const { ranges } of functions) {
        for (const { startOffset, endOffset, count } of ranges) {
          if (count === 0) continue;
          const block = `${url}:${startOffset}:${endOffset}`;
          if (this.#seen.has(block)) continue;
          isNew = true;
          if (remember) this.#seen.add(block);
        }
      }
    }
    return isNew;
  }
}
