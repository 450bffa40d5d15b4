/** Runs the real MindSpore Serving as a child of this process. */

import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type Child, keepChild, LastLines, untilReady } from "../machine/index.ts";
import { SOURCE } from "./cache-folders.ts";
import type { Environment } from "./environment.ts";

export interface ServingOptions {
  environment: Environment;
  /** The directory with the servables. */
  servables: string;
  /** Names of those to start. */
  only: readonly string[];
  /** HOST:PORT for its gRPC port. */
  address: string;
  /** Its working directory: logs and sockets go there. */
  runFolder: string;
  /** Worker processes for each servable. Default 1. */
  workers?: number;
  /** Largest message in MB (2^20 bytes), 1 to 512. Default 100, as Serving's. */
  maxMsgMbSize?: number;
}

/** Its end is that of master and workers. */
export interface Serving extends Child {
  /** Process id of its master, which is its process group's too. */
  readonly pid: number;
  /** The folder of its logs. */
  readonly logs: string;
}

/** What start.py prints when the gRPC port is open. */
const READY = "MindSpore Serving is ready";
/** Time that it has to start, in milliseconds: 4 to 14 s on two free cores. */
const START_MS = 180_000;
/** Time that it has to end by itself, in milliseconds. */
const GRACE_MS = 5_000;
const QUOTED_LINES = 8;

/** Rejects with an `Error` of one sentence, and the last lines of its log, when it ends before it is ready. */
export async function startServing(options: ServingOptions): Promise<Serving> {
  const { environment, servables, only, address, runFolder, workers = 1, maxMsgMbSize = 100 } = options;
  await rm(runFolder, { recursive: true, force: true });
  await mkdir(runFolder, { recursive: true });
  const words = ["--servables", servables, "--address", address, "--workers", String(workers)];
  const child = spawn(
    environment.python,
    [join(SOURCE, "start.py"), ...words, "--max-msg-mb-size", String(maxMsgMbSize), "--only", ...only],
    // A process group of its own: Ctrl-C comes to this process alone, which ends all of it.
    { cwd: runFolder, env: environment.variables, stdio: ["pipe", "pipe", "pipe"], detached: true },
  );
  // Nothing is ever written there; its end tells Serving to stop. It may be gone by then.
  child.stdin.on("error", () => {});
  const serving = keepChild(child, {
    endsAt: "exit",
    stop: () => child.stdin.end(),
    graceMs: GRACE_MS,
    // Workers outlive a master that was killed.
    kill: () => killGroup(child),
  });
  const logs = join(runFolder, "serving_logs");
  const last = new LastLines(QUOTED_LINES);
  createInterface({ input: child.stderr }).on("line", (line) => last.add(line));
  const explain = (what: string) =>
    new Error([`${what}; its logs are in ${logs}. Its last lines:`, ...last.lines].join("\n  "));
  await untilReady(serving, { name: "MindSpore Serving", limitMs: START_MS, explain }, (ready) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line === READY) ready();
      else last.add(line);
    });
  });
  return { ...serving, pid: child.pid!, logs };
}

function killGroup(child: ChildProcess): void {
  try {
    process.kill(-child.pid!, "SIGKILL");
  } catch {
    // All of it has ended, or it never ran.
  }
}
