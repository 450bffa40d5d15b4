/** Chromium as a plain process, with nothing attached to it but, where it is asked for, a pipe to one page. */

import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "../setup/browser.ts";

export interface Chromium {
  /** Names its processes in their command lines. */
  profile: string;
  close(): Promise<void>;
}

/** Opens a page that measures itself. */
export async function openChromium(url: string): Promise<Chromium> {
  return startChromium([url], "ignore");
}

/** @param more switches and a URL */
export async function startChromium(
  more: readonly string[],
  stdio: StdioOptions,
): Promise<Chromium & { child: ChildProcess }> {
  const found = await findBrowser();
  if ("missing" in found) throw new Error(found.missing);
  const profile = mkdtempSync(join(tmpdir(), "bench-"));
  const child = spawn(
    found.path,
    [
      "--headless=new",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-extensions",
      "--no-first-run",
      "--enable-precise-memory-info",
      "--js-flags=--expose-gc",
      `--user-data-dir=${profile}`,
      ...more,
    ],
    // A group of its own, so that its helpers end with it.
    { stdio, detached: true },
  );
  return {
    profile,
    child,
    async close() {
      const ended = new Promise((done) => child.once("exit", done));
      if (child.exitCode === null) {
        process.kill(-child.pid!);
        await ended;
      }
      // Helpers may be writing for a moment longer.
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}
