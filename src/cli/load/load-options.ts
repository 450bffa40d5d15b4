/** The arguments of `mindspore-serving-web load`. */

import { MOST, type StepLimits, type StepSize } from "../../load/index.ts";
import { parseWords, toNumber, UsageError } from "../options/option-values.ts";
import { startedAs } from "../options/started-as.ts";

export interface LoadOptions {
  address: string;
  servable: string;
  method: string;
  version: number;
  /** `NAME=VALUE`, as they were given. */
  inputs: readonly string[];
  sizes: readonly StepSize[];
  limits: StepLimits;
  timeoutMs: number;
  json: boolean;
}

export const LOAD_HELP = `${startedAs("load")} ADDRESS SERVABLE METHOD --input NAME=VALUE … [options]

Calls a method at several widths and batch sizes and says what it bears: instances a second, how long a call takes, what
fails. It puts load on whom you name: ask who owns it first. Nobody else is called: a redirect ends it.
Exit code 0; 1 when any instance failed; 2 for wrong use.

  ADDRESS                 the proxy's, e.g. http://localhost:8080
  --input NAME=@FILE      an input: the bytes of a file, such as image=@photo.jpg
  --input NAME=VALUE      a number or lists of numbers as a float32 tensor, true or false, "text" in quotes, or a tensor
                          as JSON.stringify writes it: {"dtype": "int64", "shape": [2], "data": ["1", "2"]}
  --concurrency N,N…      calls at a time, a step for each (1,2,4,8)
  --batch N,N…            instances in a call, a step for each (1)
  --seconds N             longest time of a step (5)
  --calls N               most calls of a step (1000)
  --version N             version of the servable (the highest)
  --timeout SECONDS       longest wait for a call (60)
  --json                  one JSON object, with a histogram of each step
  --help                  these words

At most ${MOST.steps} steps and ${MOST.seconds} seconds in all.`;

/**
 * @returns `undefined` when help was asked for
 * @throws UsageError
 */
export function parseLoadOptions(args: string[]): LoadOptions | undefined {
  const text = { type: "string" } as const;
  const { values, positionals } = parseWords({
    args,
    allowPositionals: true,
    options: {
      input: { type: "string", multiple: true },
      concurrency: text,
      batch: text,
      seconds: text,
      calls: text,
      version: text,
      timeout: text,
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return undefined;
  const [address, servable, method, stray] = positionals;
  if (method === undefined || stray !== undefined) {
    throw new UsageError(
      "give ADDRESS SERVABLE METHOD, such as http://localhost:8080 resnet50 classify_top5.",
    );
  }
  const sizes = toNumbers("--batch", values.batch ?? "1", MOST.batch).flatMap((batch) =>
    toNumbers("--concurrency", values.concurrency ?? "1,2,4,8", MOST.concurrency).map((concurrency) => ({
      concurrency,
      batch,
    })),
  );
  const seconds = toNumber("--seconds", values.seconds ?? "5", 1, MOST.seconds);
  if (sizes.length > MOST.steps || sizes.length * seconds > MOST.seconds) {
    throw new UsageError(
      `these are ${sizes.length} steps of ${seconds} s: at most ${MOST.steps} steps and ${MOST.seconds} s in all; give fewer or shorter ones.`,
    );
  }
  return {
    address: address!,
    servable: servable!,
    method,
    version: toNumber("--version", values.version ?? "0", 0, Number.MAX_SAFE_INTEGER),
    inputs: values.input ?? [],
    sizes,
    limits: { ms: seconds * 1000, calls: toNumber("--calls", values.calls ?? "1000", 1, MOST.calls) },
    timeoutMs: toNumber("--timeout", values.timeout ?? "60", 1, 3600) * 1000,
    json: values.json ?? false,
  };
}

function toNumbers(name: string, text: string, most: number): number[] {
  return text.split(",").map((one) => toNumber(name, one.trim(), 1, most));
}
