/** The package's command, run as it is by somebody at a terminal. */

import { type ChildProcess, spawn } from "node:child_process";
import process from "node:process";
import { onTestFinished } from "vitest";

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Ends with its test. */
export function startMain(...words: string[]): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, ["--import", "tsx", "src/cli/main.ts", ...words]);
  onTestFinished(() => void child.kill());
  const texts = { out: "", err: "" };
  child.stdout.on("data", (data) => {
    texts.out += data;
  });
  child.stderr.on("data", (data) => {
    texts.err += data;
  });
  const code = new Promise<number | null>((done) => child.on("close", done));
  return { child, ended: code.then((code) => ({ code, ...texts })) };
}

/** What a command prints, and its exit code. */
export const runMain = (...words: string[]): Promise<Ended> => startMain(...words).ended;
