/** The browsers that a bench runs in: those of the machine, each with a page that has the bench's own code. */

import type { Page } from "playwright-core";
import puppeteer from "puppeteer-core";
import { launchBrowser, newPage } from "../browser/browser.ts";
import { firefoxPath } from "../browser/realm.ts";
import { openWebKit, webKitMissing } from "../browser/webkit.ts";

export const ENGINES = ["chromium", "firefox", "webkit"] as const;
export type EngineName = (typeof ENGINES)[number];

export interface Engine {
  /** With its version. */
  title: string;
  /** Runs a function that refers to nothing but its argument and globals. */
  evaluate<A, R>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  close(): Promise<void>;
}

/** Why a browser can't be had, as a sentence; `undefined` when it can. */
export function missingEngine(name: EngineName): string | undefined {
  if (name === "firefox" && !firefoxPath) return "no Firefox here: install it, or set FIREFOX_PATH";
  return (name === "webkit" && webKitMissing) || undefined;
}

/** Opens the page at `address`, which puts the bench's own code at this global name. */
export async function openEngine(name: EngineName, address: string, global: string): Promise<Engine> {
  if (name === "webkit") {
    const { version, evaluate, close } = await openWebKit(address, global);
    return { title: `WebKitGTK ${version}`, evaluate, close };
  }
  const { title, page, close } = await (name === "firefox" ? openFirefox(address) : openChromium(address));
  await page.waitForFunction(`"${global}" in globalThis`);
  // tsx wraps functions in a helper of its own, which the page's copy of a function needs too.
  await page.evaluate("globalThis.__name = (f) => f");
  return {
    title,
    evaluate: (run, argument) => page.evaluate(run as never, argument as never) as never,
    close,
  };
}

/** What Playwright's and Puppeteer's pages have in common. */
interface Opened {
  title: string;
  page: Pick<Page, "evaluate" | "waitForFunction">;
  close(): Promise<void>;
}

async function openFirefox(address: string): Promise<Opened> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefoxPath!,
    headless: true,
  });
  const page = await browser.newPage();
  await page.goto(`${address}/`);
  const [, version] = (await browser.version()).split("/");
  return {
    title: `Firefox ${version}`,
    page: page as unknown as Opened["page"],
    close: () => browser.close(),
  };
}

async function openChromium(address: string): Promise<Opened> {
  const browser = await launchBrowser();
  const page = await newPage(browser);
  await page.goto(`${address}/`);
  return { title: `Chromium ${browser.version()}`, page, close: () => browser.close() };
}
