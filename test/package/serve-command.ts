/** The installed package's `serve`, until it is told to stop. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { onTestFinished } from "vitest";
import { outerEnvironment } from "./command.ts";

export interface Serving {
  url: string;
  /** Sends the signal of Ctrl-C and gives the exit code. */
  stop(): Promise<number | null>;
}

export async function startServe(folder: string, ...words: string[]): Promise<Serving> {
  const child = spawn("node_modules/.bin/mindspore-serving-web", ["serve", ...words], {
    cwd: folder,
    env: outerEnvironment(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill("SIGINT");
      await once(child, "exit");
    }
    return child.exitCode;
  };
  onTestFinished(async () => void (await stop()));
  const url = await new Promise<string>((found, failed) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const match = /^\s*page\s+(http\S+)/.exec(line);
      if (match) found(match[1]!);
    });
    child.once("exit", (code) => failed(new Error(`serve ended with ${code}`)));
  });
  return { url, stop };
}
