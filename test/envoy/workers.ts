/** Workers as processes, to be killed as a crash kills them. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface, type Interface } from "node:readline";
import { onTestFinished } from "vitest";

export interface WorkerProcess {
  address: string;
  port: number;
  /** Resolves when the next classification begins. */
  classifying(): Promise<void>;
  /** As a crash: at once, without a word to anybody. */
  kill(): Promise<void>;
}

/** @param delayMs how long a classification takes, in milliseconds */
export async function spawnWorker(port = 0, delayMs = 0): Promise<WorkerProcess> {
  const words = ["--import", "tsx", "test/envoy/worker-process.ts", String(port), String(delayMs)];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => kill(child));
  const lines = createInterface({ input: child.stdout });
  const actual = Number((await line(lines, /^listening (\d+)$/))[1]);
  return {
    address: `127.0.0.1:${actual}`,
    port: actual,
    classifying: async () => void (await line(lines, /^classifying$/)),
    kill: () => kill(child),
  };
}

function line(lines: Interface, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((found) => {
    const look = (text: string) => {
      const match = pattern.exec(text);
      if (!match) return;
      lines.off("line", look);
      found(match);
    };
    lines.on("line", look);
  });
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}
