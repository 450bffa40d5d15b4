/** `mindspore-serving-web evaluate`: how often a method is right about a folder of photos, or two beside each other. */

import { appendFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import type { Client } from "../../client/index.ts";
import {
  comparisonAsCsv,
  FileFault,
  figuresOf,
  folderOf,
  LabelTable,
  mapNames,
  readPairs,
  runAsCsv,
} from "../../evaluation/index.ts";
import { photoInput } from "../../photos/index.ts";
import type { Signature } from "../../signature/index.ts";
import { UsageError } from "../options/option-values.ts";
import { toClient } from "../options/to-client.ts";
import { readText } from "../signature/files.ts";
import { readServables } from "../signature/servable-file.ts";
import { type Asked, EVALUATE_HELP, type EvaluateOptions, parseEvaluateOptions } from "./evaluate-options.ts";
import { photosBelow } from "./photo-files.ts";
import { ProgressLine } from "./progress-line.ts";
import { sendPhotos } from "./send-photos.ts";
import { type Done, tell } from "./tell.ts";

/** @throws Error whose message is the one sentence to print */
export async function evaluate(args: string[]): Promise<void> {
  const options = parseEvaluateOptions(args);
  if (!options) return console.log(EVALUATE_HELP);
  await evaluateFolder(options);
}

async function evaluateFolder(options: EvaluateOptions): Promise<void> {
  const asked = options.second ? [options.asked, options.second] : [options.asked];
  const clients = asked.map((one) => clientOf(one, options));
  const names = options.map === undefined ? new Map<string, string>() : pairsIn(options.map);
  const pairs = options.csv === undefined ? undefined : pairsIn(options.csv);
  const signatures = readServables(options.signatures).map(({ signature }) => signature);
  const { photos, others } = photosBelow(options.folder);
  if (photos.length === 0)
    throw new UsageError(`there is no photo below ${options.folder}: name another folder.`);
  // Before a long run it is looked whether the file can be written at its end.
  if (options.save !== undefined) save(options.save, (path) => appendFileSync(path, ""));
  // Nor is the first one's time spent where the second can't be asked.
  const inputs: string[] = [];
  for (const [i, client] of clients.entries()) inputs.push(await inputOf(client, asked[i]!, i === 1));

  const ended = new AbortController();
  const end = () => ended.abort();
  process.once("SIGINT", end);
  const done: Done[] = [];
  for (const [i, client] of clients.entries()) {
    if (done.some(({ stopped }) => stopped !== undefined)) break;
    const table = pairs && new LabelTable(pairs);
    const line = new ProgressLine(photos.length, names);
    const started = performance.now();
    const { run, stopped } = await sendPhotos({
      ...options,
      client,
      input: inputs[i]!,
      photos,
      labels: labelsOf(asked[i]!, signatures),
      truthOf: (path) => (table ? table.labelOf(path) : folderOf(path)),
      signal: ended.signal,
      onSettled: (run) => line.show(run),
    });
    line.clear();
    const mapping = mapNames(run.truths.texts, run.labels.texts, names);
    const figures = figuresOf(run, mapping);
    const unsent = photos.length - figures.settled;
    const missing = unsent > 0 ? [] : (table?.unseen ?? []);
    const facts = { run, mapping, figures, others, missing, unsent };
    done.push({ asked: asked[i]!, facts, stopped, seconds: (performance.now() - started) / 1000 });
  }
  process.removeListener("SIGINT", end);
  const [first, second] = done.map(({ facts }) => facts);
  if (options.save !== undefined)
    save(options.save, (path) =>
      writeFileSync(path, second ? comparisonAsCsv(first!, second) : runAsCsv(first!.run, first!.mapping)),
    );
  tell(done, options);
}

function clientOf({ version, ...target }: Asked, { timeoutMs, retryMs }: EvaluateOptions): Client {
  return toClient(target, { version, timeoutMs, retry: retryMs > 0 && { totalMs: retryMs } });
}

/** Those that the method has, as far as somebody tells them. */
function labelsOf({ servable, method }: Asked, signatures: readonly Signature[]): readonly string[] {
  const methods = new Map(Object.entries(signatures.find((one) => one.servable === servable)?.methods ?? {}));
  return methods.get(method)?.outputs?.label?.labels ?? [];
}

/** @throws Error when no call would get through */
async function inputOf(
  client: Client,
  { address, method, input }: Asked,
  isSecond: boolean,
): Promise<string> {
  const { inputs, error } = await client.probe();
  if (error) throw new Error(`${isSecond ? `${method} at ${address}: ` : ""}${error.error} ${error.hint.en}`);
  const name = input ?? photoInput(inputs);
  const others = inputs?.filter((other) => other !== name) ?? [];
  if (others.length === 0) return name;
  const whose = isSecond ? "the second method" : "the method";
  const option = isSecond ? "--second-input" : "--input";
  throw new UsageError(
    inputs!.includes(name)
      ? `${whose} takes ${others.join(", ")} beside ${name}, which no folder has: evaluate a method that takes a photo alone.`
      : `${whose} has no input ${name}: give ${option} ${inputs!.join(" or ")}.`,
  );
}

/** @throws UsageError that names the file and the line */
function pairsIn(path: string): Map<string, string> {
  const text = readText(path);
  try {
    return readPairs(text);
  } catch (error) {
    if (error instanceof FileFault) throw new UsageError(`${path}, ${error.message}`);
    throw error;
  }
}

/** @throws UsageError */
function save(path: string, write: (path: string) => void): void {
  try {
    write(path);
  } catch (error) {
    throw new UsageError(`${path} can't be written: ${(error as Error).message}`);
  }
}
