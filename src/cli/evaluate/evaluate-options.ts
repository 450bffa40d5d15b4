/** The arguments of `mindspore-serving-web evaluate`. */

import { parseWords, toNumber, UsageError } from "../options/option-values.ts";
import { startedAs } from "../options/started-as.ts";

/** Whom the photos are sent to. */
export interface Asked {
  address: string;
  servable: string;
  method: string;
  version: number;
  /** Of the method; learned from the server where it is not given. */
  input: string | undefined;
}

/** Bounds that an exit code tells of, by option: shares from 0 to 1. */
export type Bounds = Partial<Record<(typeof BOUNDS)[number], number>>;

export interface EvaluateOptions {
  asked: Asked;
  /** Asked about the same photos afterwards, to be compared. */
  second: Asked | undefined;
  folder: string;
  csv: string | undefined;
  map: string | undefined;
  save: string | undefined;
  /** Files that tell labels which the methods have. */
  signatures: readonly string[];
  batch: number;
  concurrency: number;
  timeoutMs: number;
  retryMs: number;
  bounds: Bounds;
  json: boolean;
}

const BOUNDS = ["min-top1", "min-top5", "max-drop", "min-agreement"] as const;

/** Bounds of a comparison. */
const OF_TWO = ["max-drop", "min-agreement"] as const;

const SECOND = [
  "second-address",
  "second-servable",
  "second-method",
  "second-version",
  "second-input",
] as const;

export const EVALUATE_HELP = `${startedAs("evaluate")} ADDRESS SERVABLE METHOD FOLDER [options]

Classifies every photo below FOLDER and says how often the method is right: top-1, top-5, each class, what is taken for
what, the worst mistakes. What a photo shows is the name of the folder that it lies in, or what --csv says.
Exit code 0; 1 when a bound is missed, or when it could not be finished; 2 for wrong use.

  ADDRESS                 the proxy's, e.g. http://localhost:8080
  FOLDER                  JPEG, PNG, BMP and TIFF are sent as they are, one after the other; other files are counted
  --csv FILE              what photos show: lines of file,label with paths below FOLDER, in the place of folders' names
  --map FILE              what the model calls them: lines of name,label, or JSON {"name": "label"}
  --signature PATH        what labels the method has, as far as it tells them: a signature in JSON, a servable_config.py
                          with one beside it, or a folder of those; may be repeated
  --input NAME            the method's input that a photo goes to (its only one, or image)
  --version N             version of the servable (the highest)
  --batch N               most photos in a call (8)
  --concurrency N         calls at a time (2)
  --timeout SECONDS       longest wait for a call (120)
  --retry SECONDS         how long it is tried again while nobody answers (60)
  --min-top1 SHARE        exit code 1 when a smaller share is right, e.g. 0.7; of two, when either's is smaller
  --min-top5 SHARE        the same for the five best labels
  --save FILE             a line for each photo as CSV
  --json                  one JSON object on standard output, for programs
  --help                  these words

Any of these asks a second one about the same photos afterwards, and compares the two: how often they agree, which labels
changed, which photos, and whether one is right more often than by chance. What is left out is as for the first one.
Photos need no labels for that.

  --second-method NAME    another method, e.g. classify_top1
  --second-version N      another version (the highest, where address, servable or method is another)
  --second-address ADDRESS  another cluster's proxy
  --second-servable NAME  another servable
  --second-input NAME     its input that a photo goes to
  --max-drop SHARE        exit code 1 when the second's top-1 is lower than the first's by more than this, e.g. 0.01
  --min-agreement SHARE   exit code 1 when they agree on a smaller share of the photos that one of them has answered`;

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
      signature: { type: "string", multiple: true },
      input: text,
      version: text,
      batch: text,
      concurrency: text,
      timeout: text,
      retry: text,
      "min-top1": text,
      "min-top5": text,
      "max-drop": text,
      "min-agreement": text,
      "second-address": text,
      "second-servable": text,
      "second-method": text,
      "second-version": text,
      "second-input": text,
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
  const version = toVersion("--version", values.version ?? "0");
  const asked = { address: address!, servable: servable!, method: method!, version, input };
  const second = secondOf(asked, values);
  const ofTwo = OF_TWO.find((name) => values[name] !== undefined);
  if (ofTwo && !second)
    throw new UsageError(`--${ofTwo} compares two: give one of --${SECOND.join(", --")}.`);
  return {
    asked,
    second,
    folder,
    csv,
    map,
    save,
    signatures: values.signature ?? [],
    batch: toNumber("--batch", values.batch ?? "8", 1, 1000),
    concurrency: toNumber("--concurrency", values.concurrency ?? "2", 1, 32),
    timeoutMs: toNumber("--timeout", values.timeout ?? "120", 1, 3600) * 1000,
    retryMs: toNumber("--retry", values.retry ?? "60", 0, 3600) * 1000,
    bounds: boundsOf(values),
    json,
  };
}

/** `undefined` where nothing of a second one is given. */
function secondOf(
  first: Asked,
  given: { readonly [name in (typeof SECOND)[number]]?: string | undefined },
): Asked | undefined {
  if (SECOND.every((name) => given[name] === undefined)) return undefined;
  const {
    "second-address": address = first.address,
    "second-servable": servable = first.servable,
    "second-method": method = first.method,
    "second-version": version,
    "second-input": input,
  } = given;
  // Versions are a servable's own, and inputs a method's.
  const isServable = address === first.address && servable === first.servable;
  const isMethod = servable === first.servable && method === first.method;
  return {
    address,
    servable,
    method,
    version:
      version === undefined ? (isServable ? first.version : 0) : toVersion("--second-version", version),
    input: input ?? (isMethod ? first.input : undefined),
  };
}

function toVersion(name: string, text: string): number {
  return toNumber(name, text, 0, Number.MAX_SAFE_INTEGER);
}

function boundsOf(given: { readonly [name in (typeof BOUNDS)[number]]?: string | undefined }): Bounds {
  const bounds: Bounds = {};
  for (const name of BOUNDS) {
    const text = given[name];
    if (text === undefined) continue;
    const share = /^(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
    if (!(share >= 0 && share <= 1))
      throw new UsageError(
        `--${name} ${text}: give a share from 0 to 1, such as ${name === "max-drop" ? "0.01" : "0.7"}.`,
      );
    bounds[name] = share;
  }
  return bounds;
}
