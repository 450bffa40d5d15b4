/** Codec only, in Node: values to a request's bytes (ours: to parts), a reply's bytes to values a page can use. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bytesBefore } from "../../src/wire/placement.ts";
import type { Base } from "./base.ts";
import { bundleCodecs } from "./bundles.ts";
import { HERE } from "./generate.ts";
import { readItems } from "./peers/values.ts";
import { makeReply } from "./reply.ts";
import { median, table } from "./report.ts";
import { STACKS, type StackName } from "./stacks.ts";
import type { Row } from "./standing.ts";
import { DECODE_TARGETS, verdicts } from "./targets.ts";
import { type Item, makeWork, WORK_TEXTS, type WorkName } from "./work.ts";

interface Codec {
  encode(instances: Item[][]): unknown;
  decode(bytes: Uint8Array): unknown;
}

const ENCODED: WorkName[] = ["small", "jpegs", "tensor-up", "file-up", "scores-down"];
const DECODED: WorkName[] = ["small", "tensor-down", "scores-down"];

/** Keep Files, and move data in a reply. */
const isOurs = (name: StackName): name is "ours" | "base" => name === "ours" || name === "base";

/** From files that this writes, with the same cut of libraries that pages get. */
async function loadCodecs(
  bundles: ReadonlyMap<string, string>,
  chosen: readonly StackName[],
  base: Base | undefined,
): Promise<Map<StackName, Codec>> {
  const folder = join(HERE, "codecs");
  mkdirSync(folder, { recursive: true });
  const ours = await bundleCodecs(base);
  const codecs = new Map<StackName, Codec>();
  for (const name of chosen) {
    const code = isOurs(name) ? ours.get(name) : bundles.get(STACKS[name].bundle);
    if (code === undefined) continue;
    const file = join(folder, `${name}.mjs`);
    writeFileSync(file, code);
    codecs.set(name, (await import(pathToFileURL(file).href)) as Codec);
  }
  return codecs;
}

/** Medians (and the least) in µs. Files stay Files for ours; the peers, whose messages hold arrays, get them read already. */
export async function codecTable(
  bundles: ReadonlyMap<string, string>,
  chosen: readonly StackName[],
  base: Base | undefined,
  rounds: number,
): Promise<string> {
  const codecs = await loadCodecs(bundles, chosen, base);
  const stacks = [...codecs.keys()];
  const rows: string[][] = [];
  const add = (text: string, row: Row, targets?: (typeof DECODE_TARGETS)[WorkName]) =>
    rows.push([text, ...stacks.map((name) => cell(row[name] as number[])), verdicts(row, targets)]);
  for (const name of ENCODED) {
    const instances = makeWork(name);
    const items = await readItems(instances);
    const runs = [...codecs].map(
      ([stack, codec]) =>
        () =>
          codec.encode(isOurs(stack) ? instances : items),
    );
    add(`encode the request of "${WORK_TEXTS[name].text}"`, named(stacks, timeAll(runs, rounds)));
  }
  for (const name of DECODED) {
    const reply = makeReply(name);
    // Each stack gets the message where its own transport puts it: the peers' at the start of an array, ours so
    // that the first large tensor lies aligned. Ours moves data in it, so it is written anew before each call.
    const start = bytesBefore(reply);
    const memory = new Uint8Array(start + reply.length);
    const prepare = () => memory.set(reply, start);
    const runs = [...codecs].map(([stack, codec]) =>
      isOurs(stack) ? () => codec.decode(memory.subarray(start)) : () => codec.decode(reply),
    );
    const row = named(stacks, timeAll(runs, rounds, prepare));
    add(`decode the reply of "${WORK_TEXTS[name].text}"`, row, DECODE_TARGETS[name]);
  }
  return table(["µs", ...stacks.map((name) => STACKS[name].title), "target"], rows);
}

const named = (stacks: readonly StackName[], lists: number[][]): Row =>
  Object.fromEntries(stacks.map((name, i) => [name, lists[i]!]));

function cell(values: number[]): string {
  const text = (us: number) => us.toFixed(us < 10 ? 1 : 0);
  return `${text(median(values))} (${text(Math.min(...values))})`;
}

/** In µs, by round. The stacks take turns, so that whatever else the machine does hits all of them. */
function timeAll(runs: (() => unknown)[], rounds: number, prepare: () => void = () => {}): number[][] {
  const time = (run: () => unknown, calls: number) => {
    let ms = 0;
    for (let call = 0; call < calls; call++) {
      prepare();
      const started = performance.now();
      run();
      ms += performance.now() - started;
    }
    return ms / calls;
  };
  const calls = runs.map((run) => {
    const warm = performance.now();
    while (performance.now() - warm < 1000) time(run, 1);
    return Math.min(2000, Math.max(1, Math.round(5 / time(run, 1))));
  });
  const samples = runs.map((): number[] => []);
  for (let round = 0; round < rounds * 2; round++) {
    runs.forEach((run, i) => {
      samples[i]!.push(time(run, calls[i]!) * 1000);
    });
  }
  return samples;
}
