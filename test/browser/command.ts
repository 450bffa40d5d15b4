/** `npm start` without the install and build before it, as a process of its own on free ports. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export interface RunningCommand {
  /** The one URL that it printed. */
  url: string;
  /** All that it printed so far, standard output and error together. */
  output(): string;
  process: ChildProcess;
  /** Sends the signal of Ctrl-C and gives the exit code. */
  stop(): Promise<number | null>;
}

/** Starts `src/cli/<command>.ts` and awaits its URL. @throws Error with its output when it ends before */
export async function startCommand(
  args: string[] = [],
  { command = "start", env = {} }: { command?: string; env?: Record<string, string> } = {},
): Promise<RunningCommand> {
  const { child, output } = spawnCommand(command, ["--port", "0", "--worker-port", "0", ...args], env);
  const url = await new Promise<string>((found, fail) => {
    createInterface({ input: child.stdout! }).on("line", (line) => {
      const match = /^\s*page\s+(http\S+)/.exec(line);
      if (match) found(match[1]!);
    });
    child.once("exit", (code) => fail(new Error(`the command ended with ${code}:\n${output()}`)));
  });
  return {
    url,
    output,
    process: child,
    async stop() {
      if (child.exitCode === null) {
        child.kill("SIGINT");
        await once(child, "exit");
      }
      return child.exitCode;
    },
  };
}

/** Runs a command that is to end by itself, and gives what it printed and its exit code. */
export async function runCommand(args: string[], env: Record<string, string> = {}) {
  const { child, output } = spawnCommand("start", args, env);
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output: output() };
}

/** Runs `src/cli/<command>.ts`; its output is gathered. */
export function spawnCommand(command: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["--import", "tsx", `src/cli/${command}.ts`, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (text += chunk));
  return { child, output: () => text };
}
