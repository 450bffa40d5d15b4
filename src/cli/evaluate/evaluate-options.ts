/** The arguments of `mindspore-serving-web evaluate`. */

import { parseWords, toNumber, UsageError } from "../options/option-values.ts";
import { startedAs } from "../options/started-as.ts";

export interface EvaluateOptions {
  address: string;
  servable: string;
  method: string;
  folder: string;
  csv: string | undefined;
  map: string | undefined;
  save: string | undefined;
  /** Of the method; learned from the server where it is not given. */
  input: string | undefined;
  version: number;
  batch: number;
  concurrency: number;
  timeoutMs: number;
  retryMs: number;
  /** Shares from 0 to 1. */
  least: { top1?: number; top5?: number };
  json: boolean;
}

export const EVALUATE_HELP = `${startedAs("evaluate")} ADDRESS SERVABLE METHOD FOLDER [options]

Classifies every photo below FOLDER and says how often the method is right: top-1, top-5, each class, what is taken for
what, the worst mistakes. What a photo shows is the name of the folder that it lies in, or what --csv says.
Exit code 0; 1 below a minimum, or when it could not be finished; 2 for wrong use.

  ADDRESS                 the proxy's, e.g. http://localhost:8080
  FOLDER                  JPEG, PNG, BMP and TIFF are sent as they are, one after the other; other files are counted
  --csv FILE              what photos show: lines of file,label with paths below FOLDER, in the place of folders' names
  --map FILE              what the model calls them: lines of name,label, or JSON {"name": "label"}
  --input NAME            the method's input that a photo goes to (its only one, or image)
  --version N             version of the servable (the highest)
  --batch N               most photos in a call (8)
  --concurrency N         calls at a time (2)
  --timeout SECONDS       longest wait for a call (120)
  --retry SECONDS         how long it is tried again while nobody answers (60)
  --min-top1 SHARE        exit code 1 when a smaller share is right, e.g. 0.7
  --min-top5 SHARE        the same for the five best labels
  --save FILE             a line for each photo as CSV
  --json                  one JSON object on standard output, for programs
  --help                  these words`;

/**
 * @returns `undefined` when help was asked for
 * @throws UsageError
 */
export function parseEvaluateOptions(args: string[]): EvaluateOptions | undefined {
  const text = { type: "string" } as const;
  const { values, positionals } = parseWords({
    args,
    allowPositionals: true,
    options: {
      csv: text,
      map: text,
      save: text,
      input: text,
      version: text,
      batch: text,
      concurrency: text,
      timeout: text,
      retry: text,
      "min-top1": text,
      "min-top5": text,
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return undefined;
  const [address, servable, method, folder, stray] = positionals;
  if (folder === undefined || stray !== undefined) {
    throw new UsageError(
      "give ADDRESS SERVABLE METHOD FOLDER, such as http://localhost:8080 resnet50 classify_top5 photos.",
    );
  }
  const { csv, map, save, input, json = false } = values;
  return {
    address: address!,
    servable: servable!,
    method: method!,
    folder,
    csv,
    map,
    save,
    input,
    version: toNumber("--version", values.version ?? "0", 0, Number.MAX_SAFE_INTEGER),
    batch: toNumber("--batch", values.batch ?? "8", 1, 1000),
    concurrency: toNumber("--concurrency", values.concurrency ?? "2", 1, 32),
    timeoutMs: toNumber("--timeout", values.timeout ?? "120", 1, 3600) * 1000,
    retryMs: toNumber("--retry", values.retry ?? "60", 0, 3600) * 1000,
    least: {
      ...leastOf("top1", values["min-top1"]),
      ...leastOf("top5", values["min-top5"]),
    },
    json,
  };
}

function leastOf(name: "top1" | "top5", text: string | undefined): EvaluateOptions["least"] {
  if (text === undefined) return {};
  const share = /^(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  if (share >= 0 && share <= 1) return { [name]: share };
  throw new UsageError(`--min-${name} ${text}: give a share from 0 to 1, such as 0.7.`);
}
