/**
 * `npm run coverage`: the client's tests in Node and in Chromium, and how much of src/client both ran together.
 * Fails below the limit, and lists what is left.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { mergeBranches } from "./merge.ts";

const LIMIT_PERCENT = 95;

const TESTS = [
  "test/unit",
  "test/wire",
  "test/client",
  "test/image",
  "test/realms",
  "test/browser/transport",
  "test/browser/replies",
  "test/browser/unreachable",
  "test/browser/leaks",
  "test/browser/changed-file",
];

const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), "coverage-"));
const browser = join(folder, "browser");
if (process.argv[2] === undefined) {
  const words = [
    "run",
    ...TESTS,
    "--coverage.enabled=true",
    "--coverage.include=src/client/**",
    "--coverage.reporter=json",
    `--coverage.reportsDirectory=${join(folder, "node")}`,
  ];
  const { status } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", ...words], {
    stdio: "inherit",
    env: { ...process.env, COVERAGE_DIR: browser },
  });
  if (status !== 0) process.exit(status ?? 1);
}

const branches = await mergeBranches(join(folder, "node", "coverage-final.json"), browser);
console.log("\nBranches of src/client that no test took:");
for (const { path, line, type, counts } of branches.sort(
  (a, b) => a.path.localeCompare(b.path) || a.line - b.line,
)) {
  const text = readFileSync(path, "utf8").split("\n")[line - 1]!.trim();
  counts.forEach((count, i) => {
    if (count === 0)
      console.log(`  ${relative("", path)}:${line} ${type} ${i + 1} of ${counts.length}  ${text}`);
  });
}
const ways = branches.flatMap(({ counts }) => counts);
const taken = ways.filter((count) => count > 0).length;
const percent = (100 * taken) / ways.length;
console.log(`${taken} of ${ways.length} branches, ${percent.toFixed(1)} %`);
if (percent < LIMIT_PERCENT) {
  console.error(`Below ${LIMIT_PERCENT} %.`);
  process.exit(1);
}
