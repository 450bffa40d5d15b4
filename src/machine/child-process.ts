/** A server that runs as a child of this process: its start, its end, and that it outlives nobody. */

import type { ChildProcess } from "node:child_process";

interface ChildRules {
  /**
   * When it has ended: at `exit`, or at `close`, when all that it said is read too, which does not come while others
   * have its output.
   */
  endsAt: "exit" | "close";
  /** Asks it to end. */
  stop(): void;
  /** Time that it then has, in milliseconds. */
  graceMs: number;
  /** Ends it by force, and whatever of it is left after its end. */
  kill(): void;
  /** Takes away its files. */
  cleanUp?(): void;
}

export interface Child {
  /** Resolves when it has ended, however that came. Never rejects. */
  readonly exited: Promise<void>;
  /** Ends it by force. */
  kill(): void;
  /** Ends it: politely, and after its time by force. */
  close(): Promise<void>;
}

/** Ends the child with this process. */
export function keepChild(child: ChildProcess, { endsAt, stop, graceMs, kill, cleanUp }: ChildRules): Child {
  const end = () => {
    kill();
    cleanUp?.();
  };
  process.once("exit", end);
  const ended = new Promise<void>((resolve) => {
    child.once(endsAt, () => resolve());
    child.once("error", () => resolve());
  });
  const exited = ended.then(() => {
    process.off("exit", end);
    end();
  });
  return {
    exited,
    kill,
    async close() {
      stop();
      const force = setTimeout(kill, graceMs);
      await exited;
      clearTimeout(force);
    },
  };
}

interface Start {
  /** What starts, for an error's text. */
  name: string;
  /** Time that it has, in milliseconds; then it is ended by force. */
  limitMs: number;
  /** The error for what went wrong, with the child's own words. */
  explain(what: string): Error;
}

/**
 * Resolves when the child is ready, which `listen` has to tell.
 * @throws Error what `explain` makes of a child that ends before, or is not ready in time, or what `failed` is given
 */
export function untilReady(
  child: Child,
  { name, limitMs, explain }: Start,
  listen: (ready: () => void, failed: (error: Error) => void) => void,
): Promise<void> {
  return new Promise<void>((ready, failed) => {
    const late = setTimeout(() => {
      failed(explain(`${name} was not ready after ${limitMs / 1000} seconds`));
      child.kill();
    }, limitMs);
    listen(() => {
      clearTimeout(late);
      ready();
    }, failed);
    void child.exited.then(() => {
      clearTimeout(late);
      failed(explain(`${name} ended before it was ready`));
    });
  });
}

/** The last lines that a child has said, for an error to quote. */
export class LastLines {
  readonly #most: number;
  readonly lines: string[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(...lines: string[]): void {
    this.lines.push(...lines);
    this.lines.splice(0, this.lines.length - this.#most);
  }
}
