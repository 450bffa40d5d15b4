/** A project's own server, until the test has ended. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import { freePort } from "../bridge/parts.ts";
import { outerEnvironment } from "./command.ts";

/** What Vite and Next.js print once they answer; `vite preview` prints its address alone. */
const READY = /ready in|➜ +Local:/i;

/**
 * Starts a server's script with `--port`, once it answers.
 * @returns its port
 * @throws Error with its output when it ends instead
 */
export async function startServer(folder: string, script: string, ...words: string[]): Promise<number> {
  const port = await freePort();
  const child = spawn(process.execPath, [script, ...words, "--port", String(port)], {
    cwd: folder,
    env: { ...outerEnvironment(), NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(async () => {
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  });
  let output = "";
  await new Promise<void>((ready, failed) => {
    child.stdout.on("data", (chunk) => {
      output += chunk;
      if (READY.test(output)) ready();
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.once("exit", () => failed(new Error(output)));
  });
  return port;
}
