/**
 * `npm run bench:profile`: where the time of a call goes on the page's main thread, as Chromium's profiler has it,
 * per call and by function. `--work small` (or another row of the bench), `--stacks raw,ours`, `--calls 3000`.
 */

import { join } from "node:path";
import { parseArgs } from "node:util";
import type { CDPSession } from "playwright-core";
import { launchBrowser, newPage } from "../browser/browser.ts";
import { bundleStacks } from "./bundles.ts";
import { bundle, generatePeers, installPeers } from "./generate.ts";
import { table } from "./report.ts";
import { startServer } from "./server.ts";

const { values: options } = parseArgs({
  options: {
    work: { type: "string", default: "small" },
    stacks: { type: "string", default: "raw,ours" },
    calls: { type: "string", default: "3000" },
  },
});
const calls = Number(options.calls);

/** Functions that are printed; the others are one line. */
const ROWS = 20;
const SAMPLE_US = 100;

type Profile = Awaited<ReturnType<typeof stop>>;
const stop = async (cdp: CDPSession) => (await cdp.send("Profiler.stop")).profile;

/** µs of each function by itself, without what it calls. */
function ownTimes({ nodes, samples = [], timeDeltas = [] }: Profile): Map<string, number> {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const own = new Map<string, number>();
  samples.forEach((id, i) => {
    const name = names.get(id)!;
    own.set(name, (own.get(name) ?? 0) + timeDeltas[i]!);
  });
  return own;
}

function nameOf({ functionName, url, lineNumber }: Profile["nodes"][number]["callFrame"]): string {
  // The profiler's own: what is outside JavaScript, the idle thread, the garbage collector.
  if (functionName.startsWith("(")) return functionName;
  return `\`${functionName || `line ${lineNumber + 1}`}\`${url ? "" : ", the browser's"}`;
}

installPeers();
generatePeers();
const page = await bundle(join(import.meta.dirname, "page.ts"), false);
const server = await startServer(page, await bundleStacks(undefined));
const browser = await launchBrowser();
try {
  for (const stack of options.stacks.split(",")) {
    const page = await newPage(browser);
    await page.goto(`${server.address}/?${new URLSearchParams({ profile: stack, work: options.work })}`);
    await page.waitForFunction("globalThis.makeCalls");
    const make = (count: number) => page.evaluate(`makeCalls(${count})`);
    await make(Math.ceil(calls / 3));
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Profiler.enable");
    await cdp.send("Profiler.setSamplingInterval", { interval: SAMPLE_US });
    await cdp.send("Profiler.start");
    await make(calls);
    const own = ownTimes(await stop(cdp));
    await page.close();

    const all = [...own].sort(([, a], [, b]) => b - a);
    const sum = (times: [string, number][]) => times.reduce((total, [, us]) => total + us, 0);
    const rows = [...all.slice(0, ROWS), ["others", sum(all.slice(ROWS))] as [string, number]];
    console.log(`\n${stack}, "${options.work}": ${(sum(all) / calls).toFixed(0)} µs a call\n`);
    console.log(
      table(
        ["", "µs a call"],
        rows.map(([name, us]) => [name, (us / calls).toFixed(1)]),
      ),
    );
  }
} finally {
  await browser.close();
  await server.close();
}
