/** The client's unit tests once more where users run it: pages and a worker, in two browsers, and plain Node. */

import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { firefoxPath, openRealm, type RealmName } from "../browser/realm.ts";
import { bundleSuite } from "./bundle.ts";
import { Hub } from "./hub.ts";
import type { TestReport } from "./suite.ts";

const MINUTES = 60_000;

let folder: string;
let hub: Hub;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "suite-"));
  await bundleSuite(folder);
  hub = await Hub.start(folder);
}, MINUTES);
afterAll(async () => {
  await hub?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What is covered a page of Chromium alone tells. */
const counting = process.env.COVERAGE_DIR !== undefined;
const realms: RealmName[] = counting ? ["Chromium"] : ["Chromium", "a worker in Chromium", "Firefox"];

for (const name of realms) {
  const missing = name === "Firefox" && firefoxPath === undefined && !process.env.CI;
  it.skipIf(missing)(
    `in ${name}`,
    async () => {
      const realm = await openRealm(name, hub.address);
      try {
        const run = (address: string) =>
          (globalThis.serving as unknown as typeof import("./suite.ts")).runSuite(address);
        check(name, await realm.evaluate(run, hub.address));
      } finally {
        await realm.close();
      }
    },
    5 * MINUTES,
  );
}

it.skipIf(counting)(
  "in plain Node",
  async () => {
    const code = `import { runSuite } from ${JSON.stringify(join(folder, "client.js"))};
      process.stdout.write(JSON.stringify(await runSuite(${JSON.stringify(hub.address)})));`;
    const options = { maxBuffer: 2 ** 26 };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--input-type=module", "-e", code],
      options,
    );
    check(`Node ${process.versions.node}`, JSON.parse(stdout) as TestReport[]);
  },
  5 * MINUTES,
);

function check(realm: string, reports: TestReport[]): void {
  const count = (state: TestReport["state"]) => reports.filter((report) => report.state === state).length;
  console.log(`${realm}: ${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`);
  expect(reports.filter(({ state }) => state === "failed")).toEqual([]);
  expect(count("passed")).toBeGreaterThan(500);
}
