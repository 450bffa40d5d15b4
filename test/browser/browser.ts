/** The real Chromium of the browser tests. */

import { type Browser, chromium, type Page } from "playwright-core";
import { recordCoverage } from "../coverage/record.ts";
import { findBrowser } from "../setup/browser.ts";

/** @param args more switches for Chromium */
export async function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  const found = await findBrowser();
  if ("missing" in found) throw new Error(found.missing);
  return chromium.launch({
    executablePath: found.path,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", ...args],
  });
}

/** Below the tests' own time limit, so that a wait that fails says what it waited for. */
const WAIT_MS = 10_000;

export async function newPage(browser: Browser, locale = "en-US"): Promise<Page> {
  const page = await browser.newPage({ locale });
  page.setDefaultTimeout(WAIT_MS);
  if (process.env.COVERAGE_DIR) await recordCoverage(page, process.env.COVERAGE_DIR);
  return page;
}

/** What a page complained of: errors in its console (CSP violations are among them) and uncaught ones. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  return complaints;
}
