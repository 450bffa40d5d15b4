/** Python in the documents is Python. Where the real Serving can run, test/serving/python-programs.test.ts runs it. */

import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { blocksOf } from "./markdown.ts";

const missing = spawnSync("python3", ["--version"]).status !== 0;

it.skipIf(missing)(`every Python block parses${missing ? " (skipped: no python3 here)" : ""}`, () => {
  const complaints = blocksOf("python").flatMap(({ document, line, code }) => {
    const parse = "import ast, sys; ast.parse(sys.stdin.read())";
    const { status, stderr } = spawnSync("python3", ["-c", parse], { input: code, encoding: "utf8" });
    return status === 0 ? [] : [`${document}:${line} ${stderr.trim().split("\n").at(-1)}`];
  });
  expect(complaints).toEqual([]);
});
