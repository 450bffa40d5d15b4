/**
 * `npm run bench`: this client beside its peers in a real Chromium, as ratios to a raw `fetch` of the same bytes in
 * the same run. `--rounds N` (12) for less noise, `--work NAME,…` for some rows, `--only NAME,…` for some tables:
 * calls, memory, codec, size.
 */

import { parseArgs } from "node:util";
import { openChromium } from "./chromium.ts";
import { codecTable } from "./codec.ts";
import { bundlePage, bundlePeers, generatePeers, installPeers, PEERS } from "./generate.ts";
import { median, table, withSpread } from "./report.ts";
import type { Results } from "./samples.ts";
import { startServer } from "./server.ts";
import { WORK_TEXTS, WORKS } from "./work.ts";

const { values: options } = parseArgs({
  options: {
    rounds: { type: "string", default: "12" },
    work: { type: "string" },
    only: { type: "string", default: "calls,memory,codec,size" },
    stacks: { type: "string", default: ["ours", ...Object.keys(PEERS)].join(",") },
  },
});
const rounds = Number(options.rounds);
const tables = options.only.split(",");

installPeers();
generatePeers();
await bundlePeers();

const server = await startServer(await bundlePage());
try {
  if (tables.includes("calls")) await printCalls();
} finally {
  server.close();
}
if (tables.includes("codec"))
  console.log(`\nCodec alone, in Node ${process.version}\n\n${await codecTable(rounds)}`);

async function printCalls(): Promise<void> {
  const query = new URLSearchParams({ rounds: String(rounds), stacks: options.stacks });
  if (options.work) query.set("work", options.work);
  const posted = server.posted("result");
  const chromium = await openChromium(`${server.address}/?${query}`);
  const results = (await posted.finally(() => chromium.close())) as Results;
  const names = ["ours", "ours-progress", ...Object.keys(PEERS)];
  const heads = ["", "raw, ms", "ours", "ours, with `onProgress`", ...Object.values(PEERS)];
  for (const [title, measure] of [
    ["Time of a call", "ms"],
    ["Longest block of the main thread", "block"],
  ] as const) {
    const rows = WORKS.filter((work) => results[work]).map((work) => {
      const samples = results[work]!;
      const raw = median(samples.ours!.map((pair) => pair.raw.ms)).toFixed(1);
      const cells = names.map((name) =>
        samples[name] ? withSpread(samples[name].map(({ raw, stack }) => stack[measure] / raw.ms)) : "",
      );
      return [WORK_TEXTS[work].text, raw, ...cells];
    });
    console.log(`\n${title} ÷ time of the raw \`fetch\`: median (middle half) of ${rounds} pairs\n`);
    console.log(table(heads, rows));
  }
}
