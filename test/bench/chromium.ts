/** Chromium as a plain process on a URL: nothing is attached to it. */

import { spawn } from "node:child_process";
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

export async function openChromium(url: string): Promise<Chromium> {
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
      url,
    ],
    // A group of its own, so that its helpers end with it.
    { stdio: "ignore", detached: true },
  );
  return {
    profile,
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
