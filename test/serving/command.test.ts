/** `npm run serving` from outside: it says what runs, and whatever ends it, nothing of it stays. */

import { once } from "node:events";
import { readdirSync, readlinkSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { expectAnswers } from "../../src/serving/answers.ts";
import { runFolderOf } from "../../src/serving/cache-folders.ts";
import { servableNames } from "../../src/serving/servables.ts";
import { freePort } from "../bridge/parts.ts";
import { spawnCommand } from "../browser/command.ts";
import { howToGetServing, skipWithoutServing } from "./serving.ts";

/** Starts it, and resolves with the first line that has this in it. */
async function start(port: number, until: string) {
  const { child, output } = spawnCommand("serving", ["serving", "--port", String(port)]);
  onTestFinished(() => void child.kill("SIGKILL"));
  await new Promise<void>((found, failed) => {
    createInterface({ input: child.stdout! }).on("line", (line) => line.includes(until) && found());
    child.once("exit", () => failed(new Error(`it ended:\n${output()}`)));
  });
  return { child, output, ended: once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]> };
}

/** What ends by itself. */
async function run(...words: string[]) {
  const { child, output } = spawnCommand("serving", ["serving", ...words]);
  const [code] = (await once(child, "close")) as [number];
  return { code, output: output().trim() };
}

/** Processes of the Serving on a port: master and workers have its folder as their own. */
function processesOn(port: number): string[] {
  const folder = runFolderOf(port);
  return readdirSync("/proc").filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
    } catch {
      return false; // No process, or one that has just ended.
    }
  });
}

/** Resolves when none is left: what was killed is gone a moment later, of which nobody is told. */
async function gone(port: number): Promise<void> {
  while (processesOn(port).length > 0) await setTimeout(100);
}

const READY = "Ctrl-C stops all of it";

/** It takes 15 seconds to start on two free cores. */
const TIMEOUT_MS = 240_000;

describe.skipIf(skipWithoutServing)(`npm run serving${howToGetServing}`, { timeout: TIMEOUT_MS }, () => {
  it("prints address and servables once all of them answer, and --stop from elsewhere ends all of it", async () => {
    const port = await freePort();
    const { output, ended } = await start(port, READY);
    const names = await servableNames();
    expect(output()).toContain(`gRPC       127.0.0.1:${port}`);
    expect(output()).toContain(names.join(", "));
    await expectAnswers(`127.0.0.1:${port}`, names);
    // A master, and at least a worker for each servable.
    expect(processesOn(port).length).toBeGreaterThan(names.length);

    const taken = await run("--port", String(port));
    expect(taken).toEqual({
      code: 1,
      output: expect.stringContaining(
        `port ${port} is in use by another program: choose another with --port`,
      ),
    });

    expect(await run("--stop", "--port", String(port))).toEqual({
      code: 0,
      output: `MindSpore Serving on port ${port} has stopped.`,
    });
    expect(await ended).toEqual([0, null]);
    await gone(port);
    expect(await run("--stop", "--port", String(port))).toEqual({
      code: 1,
      output: `No MindSpore Serving of \`npm run serving\` runs on port ${port}.`,
    });
  });

  it.each([
    ["while it runs", READY],
    ["while it starts", "Starting MindSpore Serving"],
  ])("Ctrl-C %s ends all of it", async (_, until) => {
    const port = await freePort();
    const { child, ended } = await start(port, until);
    child.kill("SIGINT");
    expect(await ended).toEqual([0, null]);
    await gone(port);
  });

  it("killed as a crash kills it, it leaves nothing behind either", async () => {
    const port = await freePort();
    const { child } = await start(port, READY);
    expect(processesOn(port)).not.toEqual([]);
    child.kill("SIGKILL");
    await gone(port);
  });
});
