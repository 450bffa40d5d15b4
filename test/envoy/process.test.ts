import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findEnvoy, startEnvoy } from "../../src/envoy/process.ts";
import { directoryOf } from "../bridge/parts.ts";

/** A program in Envoy's place. */
async function program(script: string): Promise<string> {
  const path = join(await directoryOf({}), "envoy");
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

const READY =
  'echo "[2026-11-23 09:00:00.000][7][debug][main] [source/server/worker_impl.cc:172] worker entering dispatch loop" >&2';

test("ENVOY_PATH comes first, then PATH", async () => {
  const named = await program("");
  const directory = join(await program(""), "..");
  const plain = await directoryOf({ envoy: "not executable" });
  expect(findEnvoy({ ENVOY_PATH: named, PATH: directory })).toBe(named);
  expect(findEnvoy({ PATH: `/nonexistent:${plain}:${directory}` })).toBe(join(directory, "envoy"));
  expect(findEnvoy({ PATH: plain })).toBeUndefined();
  expect(findEnvoy({})).toBeUndefined();
  expect(() => findEnvoy({ ENVOY_PATH: "/nonexistent/envoy" })).toThrow('ENVOY_PATH is "/nonexistent/envoy"');
});

test("the configuration is given as a file that is gone afterwards", async () => {
  const lines: string[] = [];
  const binary = await program(
    `cat "$2" >&2; echo "$2" >&2; ${READY}; trap 'exit 0' TERM; while :; do sleep 0.01; done`,
  );
  const envoy = await startEnvoy({ binary, config: "the: config\n", onLog: (line) => lines.push(line) });
  expect(lines[0]).toBe("the: config");
  await envoy.close();
  await envoy.exited;
  await expect(import("node:fs/promises").then(({ stat }) => stat(lines[1]!))).rejects.toThrow("ENOENT");
});

test("an Envoy that ends early is quoted", async () => {
  const binary = await program(
    'echo "[x][1][info][main] noise" >&2; echo "first" >&2; echo "cannot bind" >&2; exit 1',
  );
  await expect(startEnvoy({ binary, config: "" })).rejects.toThrow(
    /^Envoy ended before it was ready: cannot bind\n {2}first$/,
  );
  await expect(startEnvoy({ binary: "/nonexistent", config: "" })).rejects.toThrow(
    "/nonexistent cannot be run",
  );
});

test("one that will not end is killed after its grace", async () => {
  const binary = await program(`trap '' TERM; ${READY}; while :; do sleep 0.01; done`);
  const envoy = await startEnvoy({ binary, config: "" });
  await envoy.close();
});
