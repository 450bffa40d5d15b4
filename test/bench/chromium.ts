/** Chromium as a plain process, with nothing attached to it but, where it is asked for, a pipe to one page. */

import type { StdioOptions } from "node:child_process";
import { findBrowser } from "../setup/browser.ts";
import { type BrowserProcess, newProfile, startBrowser } from "./browser-process.ts";

interface Chromium extends BrowserProcess {
  /** Names its processes in their command lines. */
  profile: string;
}

/** Opens a page that measures itself. */
export async function openChromium(url: string): Promise<Chromium> {
  return startChromium([url], "ignore");
}

/** @param more switches and a URL */
export async function startChromium(more: readonly string[], stdio: StdioOptions): Promise<Chromium> {
  const found = await findBrowser();
  if ("missing" in found) throw new Error(found.missing);
  const profile = newProfile();
  const words = [
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
  ];
  return { profile, ...startBrowser(found.path, words, profile, { stdio }) };
}
