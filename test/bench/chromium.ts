/** Chromium as a plain process on a URL: nothing is attached to it. */

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
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
    { stdio: "ignore" },
  );
  return {
    profile,
    async close() {
      const ended = new Promise((done) => child.once("exit", done));
      if (child.exitCode === null) {
        child.kill();
        await ended;
      }
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
