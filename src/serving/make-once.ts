/** A folder that takes minutes to make, made once for what it is made of. */

import { existsSync, readFileSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const STAMP = "made-of";

/**
 * Makes the folder unless it is there, whole, and made of the same. A command that was stopped half way leaves no
 * stamp, so the next one makes it anew.
 *
 * @param madeOf a hash of all that goes into it
 * @throws Error with one sentence when another process is making it
 */
export async function makeOnce(
  folder: string,
  madeOf: string,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  if (stampOf(folder) === madeOf) return;
  const release = await lock(`${folder}.lock`);
  try {
    if (stampOf(folder) === madeOf) return;
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await make(folder);
    await writeFile(join(folder, STAMP), madeOf);
  } finally {
    await release();
  }
}

function stampOf(folder: string): string | undefined {
  const path = join(folder, STAMP);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

async function lock(path: string): Promise<() => Promise<void>> {
  await mkdir(join(path, ".."), { recursive: true });
  try {
    await writeFile(path, String(process.pid), { flag: "wx" });
  } catch {
    const owner = Number(readFileSync(path, "utf8"));
    if (isAlive(owner)) {
      throw new Error(
        `Another command (process ${owner}) is making ${path.slice(0, -5)}: wait until it has finished.`,
      );
    }
    await writeFile(path, String(process.pid));
  }
  return () => rm(path, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
