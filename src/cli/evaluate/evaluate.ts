/** `mindspore-serving-web evaluate`: how often a method is right about a folder of photos. */

import { appendFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import type { Client } from "../../client/index.ts";
import {
  FileFault,
  figuresOf,
  folderOf,
  LabelTable,
  mapNames,
  readPairs,
  runAsCsv,
  runAsJson,
} from "../../evaluation/index.ts";
import { photoInput } from "../../photos/index.ts";
import { UsageError } from "../options/option-values.ts";
import { toClient } from "../options/to-client.ts";
import { readText } from "../signature/files.ts";
import { EVALUATE_HELP, type EvaluateOptions, parseEvaluateOptions } from "./evaluate-options.ts";
import { photosBelow } from "./photo-files.ts";
import { ProgressLine } from "./progress-line.ts";
import { type Sent, sendPhotos } from "./send-photos.ts";
import { count, type Facts, percent, rateText, summaryOf } from "./summary.ts";

/** @throws Error whose message is the one sentence to print */
export async function evaluate(args: string[]): Promise<void> {
  const options = parseEvaluateOptions(args);
  if (!options) return console.log(EVALUATE_HELP);
  await evaluateFolder(options);
}

async function evaluateFolder(options: EvaluateOptions): Promise<void> {
  const client = clientOf(options);
  const names = options.map === undefined ? new Map<string, string>() : pairsIn(options.map);
  const table = options.csv === undefined ? undefined : new LabelTable(pairsIn(options.csv));
  const { photos, others } = photosBelow(options.folder);
  if (photos.length === 0)
    throw new UsageError(`there is no photo below ${options.folder}: name another folder.`);
  // Before a long run it is looked whether the file can be written at its end.
  if (options.save !== undefined) save(options.save, (path) => appendFileSync(path, ""));
  const input = await inputOf(client, options);

  const line = new ProgressLine(photos.length, names);
  const ended = new AbortController();
  const end = () => ended.abort();
  process.once("SIGINT", end);
  const started = performance.now();
  const sent = await sendPhotos({
    ...options,
    client,
    input,
    photos,
    truthOf: (path) => (table ? table.labelOf(path) : folderOf(path)),
    signal: ended.signal,
    onSettled: (run) => line.show(run),
  });
  process.removeListener("SIGINT", end);
  line.clear();

  const { run } = sent;
  const mapping = mapNames(run.truths.texts, run.labels.texts, names);
  const figures = figuresOf(run, mapping);
  const unsent = photos.length - figures.settled;
  const missing = unsent > 0 ? [] : (table?.unseen ?? []);
  if (options.save !== undefined) save(options.save, (path) => writeFileSync(path, runAsCsv(run, mapping)));
  tell(
    { run, mapping, figures, others, missing, unsent },
    options,
    sent,
    (performance.now() - started) / 1000,
  );
}

/** Prints the results, and what is amiss; the exit code follows from it. */
function tell(facts: Facts, options: EvaluateOptions, { stopped }: Sent, seconds: number): void {
  const { address, servable, method, folder, json } = options;
  const { run, mapping, figures, others, missing, unsent } = facts;
  const below = belowLeast(facts, options.least);
  if (json) {
    const asked = { address, servable, method, folder, seconds: Number(seconds.toFixed(1)) };
    const left = { otherFiles: others, missingFiles: missing, unsent, stopped };
    const told = {
      ok: below.length === 0 && stopped === undefined,
      ...asked,
      ...runAsJson(run, mapping),
      ...left,
    };
    console.log(JSON.stringify(told, null, 2));
  } else {
    const speed = `${seconds.toFixed(1)} s, ${rateText(figures.settled, seconds)}`;
    console.log(`${servable}.${method}: ${count(figures.settled, "photo")} in ${speed}\n`);
    console.log(summaryOf(facts));
  }
  if (stopped !== undefined) console.error(`\nNot finished: ${stopped}`);
  for (const sentence of below) console.error(`\n${sentence}`);
  if (stopped !== undefined || below.length > 0) process.exitCode = 1;
}

function belowLeast({ figures, run }: Facts, least: EvaluateOptions["least"]): string[] {
  return (["top1", "top5"] as const).flatMap((name) => {
    const wanted = least[name];
    const share = figures[name];
    const title = name.replace("p", "p-");
    if (wanted === undefined || (share !== undefined && share >= wanted)) return [];
    if (share !== undefined)
      return [`${title} is ${percent(share)}, below the ${percent(wanted)} that --min-${name} asks for.`];
    const why =
      figures.labelled === 0 ? "no photo has a label" : `answers have ${count(run.mostLabels, "label")}`;
    return [`${title} is not known, as ${why}: leave out --min-${name}, or give what it needs.`];
  });
}

function clientOf({ version, timeoutMs, retryMs, ...target }: EvaluateOptions): Client {
  return toClient(target, { version, timeoutMs, retry: retryMs > 0 && { totalMs: retryMs } });
}

/** @throws Error when no call would get through */
async function inputOf(client: Client, { input }: EvaluateOptions): Promise<string> {
  const { inputs, error } = await client.probe();
  if (error) throw new Error(`${error.error} ${error.hint.en}`);
  const name = input ?? photoInput(inputs);
  const others = inputs?.filter((other) => other !== name) ?? [];
  if (others.length === 0) return name;
  throw new UsageError(
    inputs!.includes(name)
      ? `the method takes ${others.join(", ")} beside ${name}, which no folder has: evaluate a method that takes a photo alone.`
      : `the method has no input ${name}: give --input ${inputs!.join(" or ")}.`,
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
