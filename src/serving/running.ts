/** Who runs the Serving on a port, so that another command can stop it. */

import { readFileSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { runFolderOf } from "./cache-folders.ts";

const STOP_MS = 15_000;
const LOOK_AGAIN_MS = 100;

const fileOf = (port: number) => `${runFolderOf(port)}.json`;

interface Owner {
  pid: number;
  /** When the process began, in the kernel's ticks: a process id may be given to another one later. */
  began: string;
}

/** Notes that this process runs the Serving on `port`. @returns what takes the note back */
export async function noteRunning(port: number): Promise<() => Promise<void>> {
  const owner: Owner = { pid: process.pid, began: beginOf(process.pid)! };
  await mkdir(dirname(fileOf(port)), { recursive: true });
  await writeFile(fileOf(port), JSON.stringify(owner));
  return () => rm(fileOf(port), { force: true });
}

/**
 * Ends the command that runs the Serving on `port`, and waits until it has ended.
 * @throws Error with one sentence when none of ours runs there
 */
export async function stopRunning(port: number): Promise<void> {
  const owner = await readFile(fileOf(port), "utf8").then(
    (text) => JSON.parse(text) as Owner,
    () => undefined,
  );
  if (!owner || beginOf(owner.pid) !== owner.began) {
    throw new Error(`No MindSpore Serving of \`npm run serving\` runs on port ${port}.`);
  }
  process.kill(owner.pid, "SIGTERM");
  const limit = Date.now() + STOP_MS;
  while (beginOf(owner.pid) === owner.began) {
    if (Date.now() > limit) throw new Error(`Process ${owner.pid} did not end within ${STOP_MS / 1000} s.`);
    await setTimeout(LOOK_AGAIN_MS);
  }
}

/** The 22nd field of /proc/PID/stat; the second, the program's name, may hold blanks. */
function beginOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
