/**
 * `npm run bench:photos-link -- --base REV`: phone photos dropped on the app's page Classify, over a link of a
 * given rate and round trip time, until the last answer: by the app of another commit, by the working tree's, and by
 * that with the photos sent as they are.
 */

import { fork } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { join, resolve } from "node:path";
import { parseWords, toNumber, UsageError } from "../../../src/cli/options/option-values.ts";
import { type Parts, run } from "../../../src/cli/parts/lifecycle.ts";
import { buildBaseApp, checkOutBase } from "../base.ts";
import { bundle } from "../generate.ts";
import { phonePhotos } from "../phone-photos.ts";
import { median, table, withSpread } from "../report.ts";
import { end, TYPESCRIPT } from "../serving/programs.ts";
import { runOnce, type Sample } from "./run.ts";

const CASES = {
  base: { text: "the base, shrunk", app: "base", classifies: "instant", shrink: true },
  ours: { text: "ours, shrunk", app: "ours", classifies: "instant", shrink: true },
  unshrunk: { text: "ours, as they are", app: "ours", classifies: "instant", shrink: false },
  "base-model": { text: "the base, shrunk, demo model", app: "base", classifies: "model", shrink: true },
  "ours-model": { text: "ours, shrunk, demo model", app: "ours", classifies: "model", shrink: true },
} as const;

type CaseName = keyof typeof CASES;
const CASE_NAMES = Object.keys(CASES) as CaseName[];

/** What ours may take of the base's time. */
const TARGET = 0.6;

const HELP = `npm run bench:photos-link -- --base REV [options]   phone photos over a slow link, to the last answer

  --base REV       the commit to compare with
  --photos N       how many photos (200)
  --rounds N       rounds in which all take turns (3)
  --cases NAMES    some of ${CASE_NAMES.join(",")}
  --mbit N         rate of the link in each direction, in Mbit/s (20)
  --round-trip N   its round trip time in ms (40)
  --help           these words

200 photos have 600 MB: sent as they are, each round takes four minutes over 20 Mbit/s. The ratios hold for fewer.`;

interface Options {
  base: string | undefined;
  photos: number;
  rounds: number;
  cases: CaseName[];
  mbit: number;
  roundTripMs: number;
}

function parse(args: string[]): Options | undefined {
  const { values } = parseWords({
    args,
    options: {
      base: { type: "string" },
      photos: { type: "string", default: "200" },
      rounds: { type: "string", default: "3" },
      cases: { type: "string", default: CASE_NAMES.join(",") },
      mbit: { type: "string", default: "20" },
      "round-trip": { type: "string", default: "40" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) return undefined;
  const cases = values.cases.split(",") as CaseName[];
  const unknown = cases.find((name) => !CASE_NAMES.includes(name));
  if (unknown) throw new UsageError(`--cases ${unknown}: give some of ${CASE_NAMES.join(",")}.`);
  return {
    base: values.base,
    photos: toNumber("--photos", values.photos, 1, 2000),
    rounds: toNumber("--rounds", values.rounds, 1, 100),
    cases,
    mbit: toNumber("--mbit", values.mbit, 1, 10_000),
    roundTripMs: toNumber("--round-trip", values["round-trip"], 0, 10_000),
  };
}

/** @returns its port */
async function startServer(appDir: string, classifies: string, parts: Parts): Promise<number> {
  const script = join(import.meta.dirname, "server-program.ts");
  const child = fork(script, [appDir, classifies], { execArgv: TYPESCRIPT });
  parts.add({ close: () => end(child) });
  return new Promise((listening, fail) => {
    child.once("message", (port) => listening(port as number));
    child.once("exit", (code) => fail(new Error(`the app's server ended with ${code}; its words are above`)));
  });
}

/** One row for each case that was run. */
function report(taken: ReadonlyMap<CaseName, Sample[]>): string {
  const percent = (samples: Sample[], part: keyof Sample["shares"]) =>
    `${(100 * median(samples.map(({ shares }) => shares[part]))).toFixed(0)} %`;
  const rows = [...taken].map(([name, samples]) => {
    const base = taken.get(CASES[name].classifies === "model" ? "base-model" : "base");
    const ratios = base && samples.map(({ seconds }, round) => seconds / base[round]!.seconds);
    const judged = ratios && name === "ours";
    const lost = samples.reduce((sum, sample) => sum + sample.lost, 0) / samples.length;
    return [
      CASES[name].text + (lost > 0 ? ` (${lost.toFixed(1)} never answered)` : ""),
      withSpread(
        samples.map(({ seconds }) => seconds),
        1,
      ),
      ratios && ratios.length > 0 ? withSpread(ratios) : "",
      judged ? `≤ ${TARGET}: ${median(ratios) <= TARGET ? "met" : "**missed**"}` : "",
      (median(samples.map(({ sent }) => sent)) / 1e6).toFixed(1),
      ...(["first", "second", "both", "neither"] as const).map((part) => percent(samples, part)),
    ];
  });
  const heads = [
    "",
    "s",
    "÷ the base",
    "target",
    "MB up",
    "only making photos",
    "only sending",
    "both",
    "neither",
  ];
  return table(heads, rows);
}

await run(process.argv.slice(2), parse, HELP, async (options, parts) => {
  const base = checkOutBase(options.base);
  const apps = { base: buildBaseApp(base), ours: resolve("dist/app") };
  const script = await bundle(join(import.meta.dirname, "in-page.ts"), false);
  process.stderr.write(`Making ${options.photos} photos, unless they are there …\n`);
  const photos = await phonePhotos(options.photos);

  const ports = new Map<string, number>();
  const portOf = async (name: CaseName) => {
    const { app, classifies } = CASES[name];
    const key = `${app} ${classifies}`;
    if (!ports.has(key)) ports.set(key, await startServer(apps[app], classifies, parts));
    return ports.get(key)!;
  };
  const load = () => loadavg()[0]!.toFixed(1);
  console.log(`Base: ${base.title}. ${cpus().length} × ${cpus()[0]?.model}, load ${load()}`);

  const taken = new Map<CaseName, Sample[]>(options.cases.map((name) => [name, []]));
  for (let round = 1; round <= options.rounds; round++) {
    for (const [name, samples] of round % 2 ? taken : [...taken].reverse()) {
      process.stderr.write(`  round ${round} of ${options.rounds}: ${CASES[name].text} …`);
      const link = {
        port: await portOf(name),
        bitsPerSecond: options.mbit * 1e6,
        roundTripMs: options.roundTripMs,
      };
      const sample = await runOnce(link, script, CASES[name].shrink, photos);
      const { seconds, lost } = sample;
      process.stderr.write(` ${seconds.toFixed(1)} s${lost > 0 ? `, ${lost} never answered` : ""}\n`);
      samples.push(sample);
    }
  }
  const { mbit, roundTripMs, rounds } = options;
  console.log(
    `\n${photos.length} photos of 12 megapixels over ${mbit} Mbit/s with ${roundTripMs} ms, from the drop to the last answer: median (middle half) of ${rounds}\n`,
  );
  console.log(report(taken));
  console.log(`\nLoad at the end: ${load()}`);
  await parts.close();
  process.exit(0);
});
