/** A browser as a plain process with a profile of its own, which goes with it. */

import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface BrowserProcess {
  child: ChildProcess;
  close(): Promise<void>;
}

/** An empty folder for a browser's profile. */
export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), "bench-"));
}

/** @param variables of its environment, beside this process's */
export function startBrowser(
  path: string,
  words: readonly string[],
  profile: string,
  { stdio = "ignore", variables = {} }: { stdio?: StdioOptions; variables?: NodeJS.ProcessEnv } = {},
): BrowserProcess {
  // A group of its own, so that its helpers end with it.
  const child = spawn(path, words, { stdio, detached: true, env: { ...process.env, ...variables } });
  const ended = new Promise((done) => child.once("exit", done));
  return {
    child,
    async close() {
      if (child.exitCode === null) {
        process.kill(-child.pid!);
        await ended;
      }
      // Helpers may be writing for a moment longer.
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}
