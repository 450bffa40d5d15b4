/**
 * `npm run bench:serving`: this client beside MindSpore Serving's own Python client, on one real Serving in one run.
 * Prints ratios to the Python client, medians of rounds in which all take turns in random order.
 */

import { cpus } from "node:os";
import { parseWords, UsageError } from "../../../src/cli/options/option-values.ts";
import { run } from "../../../src/cli/parts/lifecycle.ts";
import { cpuNow, cpuSince, findProcesses, othersShare } from "./cpu.ts";
import type { Column, Sample, Samples } from "./samples.ts";
import { type Stacks, startAll } from "./stacks.ts";
import { tables } from "./tables.ts";
import { WORK_NAMES, WORKS, type WorkName } from "./works.ts";

const HELP = `npm run bench:serving -- [options]   this client beside Serving's own Python client, on the real Serving

  --rounds N     rounds in which all take turns (7)
  --work NAMES   some of ${WORK_NAMES.join(",")}
  --help         these words

Needs what npm run serving needs, a Chromium, and for its columns an Envoy on PATH or at ENVOY_PATH.`;

interface Options {
  rounds: number;
  works: WorkName[];
}

function parse(args: string[]): Options | undefined {
  const { values } = parseWords({
    args,
    options: {
      rounds: { type: "string", default: "7" },
      work: { type: "string", default: WORK_NAMES.join(",") },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return undefined;
  if (!/^[1-9]\d*$/.test(values.rounds)) throw new UsageError(`--rounds ${values.rounds}: give a number.`);
  const works = values.work.split(",") as WorkName[];
  const unknown = works.find((work) => !WORK_NAMES.includes(work));
  if (unknown) throw new UsageError(`--work ${unknown}: give some of ${WORK_NAMES.join(",")}.`);
  return { rounds: Number(values.rounds), works };
}

async function measureAll(stacks: Stacks, { rounds, works }: Options): Promise<Samples> {
  const taken: Samples = new Map(
    works.map((work) => [work, new Map([...stacks.keys()].map((column) => [column, []]))]),
  );
  process.stderr.write("  warming up …\n");
  for (const work of works) {
    const { turns = 1 } = WORKS[work];
    // A page's code must run some times until it is compiled.
    for (let turn = 0; turn < (turns > 1 ? 10 : 1); turn++) await takeTurn(work, stacks);
  }
  for (let round = 1; round <= rounds; round++) {
    process.stderr.write(`  round ${round} of ${rounds} …\n`);
    for (const work of shuffled(works)) {
      const { turns = 1 } = WORKS[work];
      for (let turn = 0; turn < turns; turn++) {
        const samples = await takeTurn(work, stacks);
        for (const [column, sample] of samples) taken.get(work)!.get(column)!.push(sample);
      }
    }
  }
  return taken;
}

/** One sample of each column, in random order. */
async function takeTurn(work: WorkName, stacks: Stacks): Promise<Map<Column, Sample>> {
  const samples = new Map<Column, Sample>();
  const processes = findProcesses();
  for (const [column, program] of shuffled([...stacks])) {
    if (WORKS[work].busy && column.kind !== "client") continue;
    const before = cpuNow(processes);
    const ms = await program.measure(work, column.kind);
    samples.set(column, { ms, cpu: cpuSince(before, processes) });
  }
  return samples;
}

function shuffled<T>(list: readonly T[]): T[] {
  return list
    .map((value) => ({ value, order: Math.random() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);
}

await run(process.argv.slice(3), parse, HELP, async (options, parts) => {
  const stacks = await startAll(parts);
  const taken = await measureAll(stacks, options);
  const all = [...taken.values()].flatMap((columns) => [...columns.values()].flat().map(({ cpu }) => cpu));
  console.log(
    `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${options.rounds} rounds. ` +
      `Other programs took ${(100 * othersShare(all)).toFixed(0)} % of the machine meanwhile.`,
  );
  for (const { title, body } of tables(taken, [...stacks.keys()])) console.log(`\n${title}\n\n${body}`);
  await parts.close();
  process.exit(0);
});
