/** `npm test`: format and lint, types, the build, then every test. Words behind `--` go to vitest. */

import { spawnSync } from "node:child_process";
import { findBrowser } from "./setup/browser.ts";

const bin = (path: string, ...words: string[]) => [process.execPath, `node_modules/${path}`, ...words];

const browser = await findBrowser();
if ("missing" in browser) {
  console.error(browser.missing);
  process.exit(1);
}
process.env.BROWSER_PATH = browser.path;
console.log(`Browser: ${browser.path}`);

step(
  "format and lint",
  bin("@biomejs/biome/bin/biome", "ci", ".", ...(process.stdout.isTTY ? [] : ["--colors=off"])),
);
step("unused files, exports and dependencies", bin("knip/bin/knip.js", "--no-progress"));
step("types", bin("typescript/bin/tsc", "--build"));
step("build", bin("vite/bin/vite.js", "build", "--logLevel", "warn"));
step("tests", bin("vitest/vitest.mjs", "run", ...process.argv.slice(3)));

function step(name: string, [program, ...words]: string[]): void {
  console.log(`— ${name}`);
  const { status } = spawnSync(program!, words, { stdio: "inherit" });
  if (status === 0) return;
  console.error(`npm test stopped at: ${name}`);
  process.exit(status ?? 1);
}
