/** Runs one Python command to its end. */

import { spawn } from "node:child_process";
import { LastLines } from "../machine/index.ts";

/** Lines of its output that an error quotes. */
const QUOTED_LINES = 12;

/**
 * @param what for people, such as "pip install"
 * @throws Error of one sentence and the last lines of its output
 */
export async function runPython(
  what: string,
  program: string,
  words: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"], env });
  const last = new LastLines(QUOTED_LINES);
  const keep = (chunk: Buffer) => last.add(...chunk.toString().split("\n").filter(Boolean));
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const code = await new Promise<number | string | null>((ended) => {
    child.once("close", (code, signal) => ended(code ?? signal));
    child.once("error", (error) => ended(error.message));
  });
  process.off("exit", kill);
  if (code !== 0) throw new Error([`${what} failed (${code}):`, ...last.lines].join("\n  "));
}
