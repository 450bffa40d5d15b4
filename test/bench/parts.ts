/**
 * `npm run bench:parts`: what the time of a call is made of, in a real Chromium that nothing is attached to.
 * `-- --work small` (or another row of the bench), `--rounds 60`.
 */

import { join } from "node:path";
import { parseArgs } from "node:util";
import { bundleStacks } from "./bundles.ts";
import { bundle, generatePeers, installPeers } from "./generate.ts";
import { resultOf } from "./plain-browser.ts";
import { table, withSpread } from "./report.ts";
import { startServer } from "./server.ts";

const { values } = parseArgs({
  options: { work: { type: "string", default: "scores-down" }, rounds: { type: "string", default: "60" } },
});

installPeers();
generatePeers();
const page = await bundle(join(import.meta.dirname, "parts-page.ts"), false);
const server = await startServer(page, await bundleStacks(undefined));
try {
  const url = `${server.address}/?${new URLSearchParams(values)}`;
  const times = (await resultOf("chromium", url, server.posts)) as Record<string, number[]>;
  const rows = Object.entries(times).map(([name, of]) => [name, withSpread(of)] as const);
  console.log(table([`"${values.work}"`, "ms: median (middle half)"], rows));
} finally {
  await server.close();
}
