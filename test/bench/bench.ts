/**
 * `npm run bench`: this client beside its peers in real browsers, and beside that of another commit, as ratios to a raw
 * `fetch` of the same bytes in the same run.
 */

import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { run } from "../../src/cli/parts/lifecycle.ts";
import { checkOutBase } from "./base.ts";
import { bundleStacks } from "./bundles.ts";
import { codecTable } from "./codec.ts";
import { type EngineName, missingEngine } from "./engines.ts";
import { bundle, generatePeers, installPeers, versions } from "./generate.ts";
import { linkTable, lossText, serveLinks } from "./link-table.ts";
import { ROUND_TRIP_MS } from "./link-works.ts";
import { memoryTable } from "./memory.ts";
import { HELP, type Options, parse } from "./options.ts";
import { resultOf, versionOf } from "./plain-browser.ts";
import type { Results } from "./samples.ts";
import { type BenchServer, startServer } from "./server.ts";
import { sizeTable } from "./size.ts";
import { callTables } from "./tables.ts";

const print = (title: string, body: string) => console.log(`\n${title}\n\n${body}`);
const load = () => loadavg()[0]!.toFixed(1);

await run(process.argv.slice(2), parse, HELP, async (options, parts) => {
  const base = options.base === undefined ? undefined : checkOutBase(options.base);
  installPeers();
  generatePeers();
  const stacks = await bundleStacks(base);
  const page = await bundle(join(import.meta.dirname, "page.ts"), false);
  const server = parts.add(await startServer(page, stacks));
  console.log(`${versions()}; Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);
  if (base) console.log(`Base: ${base.title}.`);
  console.log(`Load of the machine before the bench: ${load()}`);

  const { tables, rounds, works } = options;
  const engines = presentOf(options.engines);
  if (tables.includes("calls")) for (const engine of engines) await printCalls(server, engine, options);
  if (tables.includes("memory")) {
    const times = Math.min(rounds, 3);
    print(
      `Peak memory of one call above idle: all of Chromium's processes (the page's heap with its array buffers), median of ${times}`,
      await memoryTable(server, times, options.stacks, works),
    );
  }
  if (tables.includes("codec")) {
    print("Codec alone, in Node: median (least)", await codecTable(stacks, options.stacks, base, rounds));
  }
  if (tables.includes("size")) print("Bytes of a page's bundle", await sizeTable(base));
  if (tables.includes("link")) {
    parts.add(await serveLinks(server, base));
    console.log(`\n${lossText()}`);
    for (const engine of engines) {
      print(
        `${await versionOf(engine)} over a link with a round trip of ${ROUND_TRIP_MS} ms: median (middle half) of ${rounds}`,
        await linkTable(server, engine, works, options.stacks, rounds),
      );
    }
  }
  console.log(`\nLoad of the machine after the bench: ${load()}`);
  await parts.close();
  process.exit(0);
});

/** The browsers that are there. */
function presentOf(engines: readonly EngineName[]): EngineName[] {
  return engines.filter((name) => {
    const missing = missingEngine(name);
    if (missing) console.log(`\n${name} is left out: ${missing}.`);
    return !missing;
  });
}

async function printCalls(server: BenchServer, engine: EngineName, options: Options): Promise<void> {
  const { stacks, works, rounds } = options;
  const query = new URLSearchParams({ rounds: `${rounds}`, stacks: `${stacks}`, work: `${works}` });
  const results = (await resultOf(engine, `${server.address}/?${query}`, server.posts)) as Results;
  const { times, blocks } = callTables(results, engine);
  const of = `÷ time of the raw \`fetch\`: median (middle half) of ${rounds}`;
  const title = await versionOf(engine);
  print(`${title}: time of a call ${of}`, times);
  print(`${title}: longest block of the main thread ${of}`, blocks);
}
