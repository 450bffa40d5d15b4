/**
 * `npm run bench:images -- --base REV`: pictures made by the working tree and by another commit, side by side in each
 * browser that is there. Prints the times and the peak memory as ratios, and how far the pixels differ.
 */

import { cpus, loadavg } from "node:os";
import { parseWords, toNumber } from "../../../src/cli/options/option-values.ts";
import { run } from "../../../src/cli/parts/lifecycle.ts";
import { checkOutBase } from "../base.ts";
import { ENGINES, type Engine, type EngineName, missingEngine, openEngine } from "../engines.ts";
import { table } from "../report.ts";
import { someOf } from "../some-of.ts";
import { memoryTable } from "./memory.ts";
import type { PhotoName } from "./photos.ts";
import { serveImageBench } from "./server.ts";
import { type Pair, type Results, timeTable } from "./tables.ts";
import { needsExact, WORK_NAMES, WORKS, type Work, type WorkName } from "./works.ts";

const HELP = `npm run bench:images -- --base REV [options]   pictures beside those of another commit

  --base REV       the commit to compare with
  --rounds N       rounds in which both take turns (15)
  --browser NAMES  some of ${ENGINES.join(",")}
  --work NAMES     some of ${WORK_NAMES.join(",")}
  --only TABLES    some of times,pixels,memory
  --help           these words

A browser that is not there is left out. Memory is measured in Chromium, on Linux.`;

const TABLES = ["times", "pixels", "memory"] as const;

const COMPARED: { photos: PhotoName; maxSide: number }[] = [
  { photos: "phone", maxSide: 640 },
  { photos: "phone", maxSide: 320 },
  { photos: "phone-turned", maxSide: 640 },
  { photos: "small", maxSide: 640 },
  { photos: "samples", maxSide: 320 },
];

interface Options {
  base: string | undefined;
  rounds: number;
  engines: EngineName[];
  works: WorkName[];
  only: (typeof TABLES)[number][];
}

function parse(args: string[]): Options | undefined {
  const { values } = parseWords({
    args,
    options: {
      base: { type: "string" },
      rounds: { type: "string", default: "15" },
      browser: { type: "string", default: ENGINES.join(",") },
      work: { type: "string", default: WORK_NAMES.join(",") },
      only: { type: "string", default: TABLES.join(",") },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return undefined;
  return {
    base: values.base,
    rounds: toNumber("--rounds", values.rounds, 1, 1000),
    engines: someOf("--browser", values.browser, ENGINES),
    works: someOf("--work", values.work, WORK_NAMES),
    only: someOf("--only", values.only, TABLES),
  };
}

/** @param able the works that this build can do */
async function measureAll(
  engine: Engine,
  works: readonly WorkName[],
  able: readonly WorkName[],
  rounds: number,
): Promise<Results> {
  const results: Results = new Map(
    works.map((name) => [name, able.includes(name) ? [] : "not in this build"]),
  );
  for (let round = 0; round <= rounds; round++) {
    process.stderr.write(round === 0 ? "  warming up …\n" : `  round ${round} of ${rounds} …\n`);
    for (const [name, pairs] of results) {
      if (typeof pairs === "string") continue;
      const pair = await takeTurns(engine, WORKS[name], round % 2 === 0);
      if (round > 0) pairs.push(pair);
    }
  }
  return results;
}

/** One sample of each build; in the next round the other one goes first. */
async function takeTurns(engine: Engine, work: Work, baseFirst: boolean): Promise<Pair> {
  const pair: Pair = { base: 0, ours: 0 };
  for (const build of baseFirst ? (["base", "ours"] as const) : (["ours", "base"] as const)) {
    const task = { build, step: work[build], photos: work.photos };
    pair[build] = await engine.evaluate((task) => globalThis.imageBench.measure(task), task);
  }
  return pair;
}

async function differences(engine: Engine): Promise<string> {
  const rows: string[][] = [];
  for (const { photos, maxSide } of COMPARED) {
    const compared = { photos, maxSide };
    const { mean, max } = await engine.evaluate((asked) => globalThis.imageBench.compare(asked), compared);
    rows.push([`${photos}, to ${maxSide} px`, mean.toFixed(2), String(max)]);
  }
  return table(["", "mean", "at most"], rows);
}

await run(process.argv.slice(2), parse, HELP, async ({ base: rev, rounds, engines, works, only }, parts) => {
  const base = checkOutBase(rev);
  const load = () => loadavg()[0]!.toFixed(1);
  console.log(
    `Base: ${base.title}. ${rounds} rounds, ${cpus().length} × ${cpus()[0]?.model}, load ${load()}`,
  );
  const server = parts.add(await serveImageBench(base));
  let able: WorkName[] = [];
  for (const name of engines) {
    const missing = missingEngine(name);
    if (missing) {
      console.log(`\n${name} is left out: ${missing}.`);
      continue;
    }
    const engine = await openEngine(name, server.address, "imageBench");
    try {
      const exact = await engine.evaluate(() => globalThis.imageBench.hasExact("ours"), null);
      able = works.filter((work) => exact || !needsExact(work));
      if (only.includes("times")) {
        console.log(`\n${engine.title}: time, median (middle half)`);
        console.log(`\n${timeTable(await measureAll(engine, works, able, rounds), name)}`);
      }
      if (only.includes("pixels")) {
        console.log(`\n${engine.title}: pixels of an upload beside the base's, in levels of 255`);
        console.log(`\n${await differences(engine)}`);
      }
    } finally {
      await engine.close();
    }
  }
  if (only.includes("memory") && engines.includes("chromium")) {
    console.log("\nPeak memory above idle, all of Chromium's processes, median (middle half)");
    console.log(`\n${await memoryTable(server, Math.min(rounds, 7), able)}`);
  }
  console.log(`\nLoad at the end: ${load()}`);
  await parts.close();
  process.exit(0);
});
