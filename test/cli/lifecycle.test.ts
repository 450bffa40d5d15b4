/** How a command ends that has a child: an Envoy that dies, and a terminal that is closed. */

import { once } from "node:events";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { directoryOf } from "../bridge/parts.ts";
import { startCommand } from "../browser/command.ts";
import { runMain } from "./run-main.ts";

/** `npm start` behind a program in Envoy's place, whose process is known. */
async function startBehindEnvoy(env: Record<string, string> = {}) {
  const directory = await directoryOf({});
  const binary = join(directory, "envoy");
  const ready = "[2026-11-23 09:00:00.000][7][debug][main] [x.cc:1] worker entering dispatch loop";
  await writeFile(binary, `#!/bin/sh\necho $$ > ${directory}/pid\necho "${ready}" >&2\nexec sleep 1000\n`);
  await chmod(binary, 0o755);
  const command = await startCommand(["--worker", "127.0.0.1:1"], { env: { ENVOY_PATH: binary, ...env } });
  const ended = once(command.process, "close") as Promise<[number | null, NodeJS.Signals | null]>;
  const envoy = Number(await readFile(join(directory, "pid"), "utf8"));
  onTestFinished(() => {
    command.process.kill("SIGKILL");
    if (isRunning(envoy)) process.kill(envoy, "SIGKILL");
  });
  return { command, ended, envoy };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it("an Envoy that dies ends the command, with one sentence", async () => {
  const { command, ended, envoy } = await startBehindEnvoy();
  const before = command.output();
  process.kill(envoy, "SIGKILL");
  expect(await ended).toEqual([1, null]);
  expect(command.output().slice(before.length).trim()).toBe(
    "Envoy has ended, and with it the proxy: start again.",
  );
});

it("an Envoy that ends because the command does is not reported", async () => {
  const { command, ended, envoy } = await startBehindEnvoy();
  expect(await command.stop()).toBe(0);
  await ended;
  expect(command.output()).not.toContain("Envoy has ended");
  expect(isRunning(envoy)).toBe(false);
});

it("a terminal that is closed takes Envoy along", async () => {
  const terminal = { NODE_OPTIONS: "--import=data:text/javascript,process.stdout.isTTY=true" };
  const { command, ended, envoy } = await startBehindEnvoy(terminal);
  command.process.kill("SIGHUP");
  expect(await ended).toEqual([0, null]);
  expect(isRunning(envoy)).toBe(false);
});

describe("wrong use ends with 2 and one sentence, whatever the command", () => {
  it.each([
    [["sreve"], /^sreve is not a command/],
    [["serve", "--worker", "x"], /^--worker x: give HOST:PORT/],
    [["envoy", "--tls-cert", "a.pem"], /^--tls-cert and --tls-key must be given together/],
    [["envoy", "--listen", "nowhere:1"], /^Envoy can listen only on an IP address/],
    [["doctor"], /^give ADDRESS/],
    [["evaluate"], /^give ADDRESS/],
    [["load"], /^give ADDRESS/],
    [["signature"], /^give one FILE/],
    [["types", "none.py"], /^none\.py is not there/],
  ] as [words: string[], sentence: RegExp][])("%j", async (words, sentence) => {
    const { code, out, err } = await runMain(...words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(sentence);
    expect(err.trim().split("\n")).toHaveLength(1);
  });
});
