/**
 * `npm run bench`: this client beside its peers in a real Chromium, as ratios to a raw `fetch` of the same bytes in
 * the same run. `--rounds N` (8) for less noise, `--only calls,memory,codec,size` for some tables,
 * `--work small,jpegs,…` for some rows and `--stacks ours,connect,…` for some columns of the first two.
 */

import { cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { openChromium } from "./chromium.ts";
import { codecTable } from "./codec.ts";
import { bundlePage, bundlePeers, generatePeers, installPeers, PEERS, versions } from "./generate.ts";
import { memoryTable } from "./memory.ts";
import { table, withSpread } from "./report.ts";
import type { Results } from "./samples.ts";
import { type BenchServer, startServer } from "./server.ts";
import { sizeTable } from "./size.ts";
import { WORK_TEXTS, WORKS } from "./work.ts";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "8" },
    only: { type: "string", default: "calls,memory,codec,size" },
    work: { type: "string", default: WORKS.join(",") },
    stacks: { type: "string", default: ["ours", ...Object.keys(PEERS)].join(",") },
  },
});
const rounds = Number(options.rounds);
const tables = options.only.split(",");
const print = (title: string, body: string) => console.log(`\n${title}\n\n${body}`);

installPeers();
generatePeers();
await bundlePeers();
console.log(`${versions()}; Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);
const load = () => loadavg()[0]!.toFixed(1);
console.log(`Load of the machine before the bench: ${load()}`);

const server = await startServer(await bundlePage());
try {
  if (tables.includes("calls")) await printCalls(server);
  if (tables.includes("memory")) {
    const times = Math.min(rounds, 3);
    print(
      `Peak memory of one call above idle: all of Chromium's processes (the page's heap with its array buffers), median of ${times}`,
      await memoryTable(server, times, options.stacks.split(","), options.work.split(",")),
    );
  }
} finally {
  server.close();
}
if (tables.includes("codec")) print("Codec alone, in Node: median (least)", await codecTable(rounds));
if (tables.includes("size")) print("Bytes of a page's bundle", await sizeTable());
console.log(`\nLoad of the machine after the bench: ${load()}`);

async function printCalls(server: BenchServer): Promise<void> {
  const { stacks, work } = options;
  const query = new URLSearchParams({ rounds: String(rounds), stacks, work });
  const posted = server.posts.posted("result");
  const chromium = await openChromium(`${server.address}/?${query}`);
  const results = (await posted.finally(() => chromium.close())) as Results;
  const names = ["raw-blob", "ours", "ours-progress", ...Object.keys(PEERS)];
  const heads = [
    "",
    "raw, ms",
    "raw, of a `Blob`",
    "ours",
    "ours, with `onProgress`",
    ...Object.values(PEERS),
  ];
  for (const [title, measure] of [
    ["Time of a call", "ms"],
    ["Longest block of the main thread", "block"],
  ] as const) {
    const rows = WORKS.filter((name) => results[name]).map((name) => {
      const samples = results[name]!;
      const raw = Object.values(samples).flatMap((pairs) => pairs.map((pair) => pair.raw.ms));
      const cells = names.map((stack) =>
        samples[stack] ? withSpread(samples[stack].map((pair) => pair.stack[measure] / pair.raw.ms)) : "",
      );
      return [WORK_TEXTS[name].text, withSpread(raw, 1), ...cells];
    });
    print(`${title} ÷ time of the raw \`fetch\`: median (middle half) of ${rounds}`, table(heads, rows));
  }
}
