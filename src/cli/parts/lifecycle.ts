/** Starting parts one after another, stopping them in reverse, and one sentence when it goes wrong. */

import { exitCodeOf } from "../options/exit-code.ts";

interface Part {
  close(): Promise<void>;
}

/** Parts that run; they are closed last first. */
export class Parts {
  readonly #parts: Part[] = [];
  #closing = false;
  /** Called when one of them has ended by itself: the command ends with it. */
  readonly fail: (error: Error) => void;

  constructor(fail: (error: Error) => void) {
    this.fail = (error) => {
      if (!this.#closing) fail(error);
    };
  }

  add<P extends Part>(part: P): P {
    this.#parts.push(part);
    return part;
  }

  async close(): Promise<void> {
    this.#closing = true;
    for (const part of this.#parts.splice(0).reverse()) await part.close();
  }
}

/**
 * Runs a command: reads its options, starts its parts, and keeps them until Ctrl-C, SIGTERM or the end of its
 * terminal. Whatever fails, at the start or later, is printed as its message alone; a second signal ends the process
 * at once.
 *
 * @param parse gives `undefined` when `help` is to be printed
 */
export async function run<Options>(
  args: string[],
  parse: (args: string[]) => Options | undefined,
  help: string,
  start: (options: Options, parts: Parts) => Promise<void>,
): Promise<void> {
  let stopping = false;
  const parts = new Parts(fail);
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    stopping = true;
    // After a hang-up nobody is there to read it.
    if (signal !== "SIGHUP") console.log(`\n${signal === "SIGINT" ? "Ctrl-C" : signal}: stopping …`);
    void parts.close().then(() => process.exit(0));
  };
  async function fail(error: unknown): Promise<void> {
    // Ctrl-C while a part is starting makes that part fail; the stop is what the person asked for.
    if (stopping) return;
    stopping = true;
    console.error(error instanceof Error ? error.message : String(error));
    await parts.close().catch(() => {});
    process.exit(exitCodeOf(error));
  }
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  // A closed terminal. Not under `nohup`, which has the signal ignored: a listener would undo that.
  if (process.stdout.isTTY) process.on("SIGHUP", stop);
  try {
    const options = parse(args);
    if (!options) {
      console.log(help);
      process.exit(0);
    }
    await start(options, parts);
  } catch (error) {
    await fail(error);
  }
}
