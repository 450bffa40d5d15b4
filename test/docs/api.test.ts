/** The committed API reference is what the docstrings give today. */

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import process from "node:process";
import { expect, it } from "vitest";

const FRESH = ".cache/docs/api";

/** A folder's files, by path. */
function filesOf(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".md"),
  );
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(`${folder}/${path}`, "utf8")]));
}

it("docs/api is up to date, and its links lead somewhere (fix it with: npm run docs:api)", () => {
  rmSync(FRESH, { recursive: true, force: true });
  const words = ["node_modules/typedoc/bin/typedoc", "--out", FRESH, "--logLevel", "Warn"];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  expect({ status, words: stdout + stderr }).toEqual({ status: 0, words: "" });
  expect(filesOf("docs/api")).toEqual(filesOf(FRESH));
}, 300_000);
