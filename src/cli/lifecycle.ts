/** Starting parts one after another, stopping them in reverse, and one sentence when it goes wrong. */

export interface Part {
  close(): Promise<void>;
}

/** Parts that run; they are closed last first. */
export class Parts {
  readonly #parts: Part[] = [];

  add<P extends Part>(part: P): P {
    this.#parts.push(part);
    return part;
  }

  async close(): Promise<void> {
    for (const part of this.#parts.splice(0).reverse()) await part.close();
  }
}

/**
 * Runs a command: reads its options, starts its parts, and keeps them until Ctrl-C or SIGTERM. Whatever fails at
 * the start is printed as its message alone; a second signal ends the process at once.
 *
 * @param parse gives `undefined` when `help` is to be printed
 */
export async function run<Options>(
  args: string[],
  parse: (args: string[]) => Options | undefined,
  help: string,
  start: (options: Options, parts: Parts) => Promise<void>,
): Promise<void> {
  const parts = new Parts();
  let stopping: Promise<void> | undefined;
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1);
    console.log(`\n${signal === "SIGINT" ? "Ctrl-C" : signal}: stopping …`);
    stopping = parts.close().then(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  try {
    const options = parse(args);
    if (!options) {
      console.log(help);
      process.exit(0);
    }
    await start(options, parts);
  } catch (error) {
    // Ctrl-C while a part is starting makes that part fail; the stop is what the person asked for.
    if (stopping) return;
    console.error(error instanceof Error ? error.message : String(error));
    await parts.close().catch(() => {});
    process.exit(1);
  }
}
