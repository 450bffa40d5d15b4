/** A newcomer's page in the real browser. */

import type { Browser, Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { complaintsOf, newPage } from "../browser/browser.ts";

export interface OpenPage {
  page: Page;
  /** What it has printed, so far. */
  lines: string[];
  /** The addresses that it has asked outside its own origin, so far. */
  calls: string[];
}

/**
 * Opens a page that complains of nothing until the test has ended.
 * @param expected lines that it prints, to wait for
 */
export async function openPage(browser: Browser, url: string, expected = 0): Promise<OpenPage> {
  const page = await newPage(browser);
  const complaints = complaintsOf(page);
  onTestFinished(async () => {
    await page.close();
    expect(complaints).toEqual([]);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) complaints.push(`HTTP ${response.status()} ${response.url()}`);
  });
  const lines: string[] = [];
  page.on("console", (message) => void (message.type() === "log" && lines.push(message.text())));
  const calls: string[] = [];
  page.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(url).origin) calls.push(request.url());
  });
  await page.goto(url);
  await expect.poll(() => lines.length, { timeout: 60_000 }).toBeGreaterThanOrEqual(expected);
  return { page, lines, calls };
}

/** What a snippet says that it prints. */
export const printed = (code: string) => [...code.matchAll(/^\/\/ → (.*)$/gm)].map(([, line]) => line!);
