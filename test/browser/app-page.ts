/** The set-up of tests of the app's pages. */

import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { type AppServer, startApp } from "./app-server.ts";
import { complaintsOf, launchBrowser, newPage } from "./browser.ts";

/**
 * One browser and one server for a file, to be called at its top.
 * @param take is given both before the first test
 */
export function withApp(take: (app: AppServer, browser: Browser) => void): void {
  let browser: Browser;
  let app: AppServer;
  beforeAll(async () => {
    browser = await launchBrowser();
    app = await startApp();
    take(app, browser);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
}

/**
 * The same, and a page for each test, which fails when its page has complained.
 * @param take is given the server, the new page and its complaints before each test
 */
export function eachWithAppPage(take: (app: AppServer, page: Page, complaints: string[]) => void): void {
  let browser: Browser;
  let app: AppServer;
  let page: Page;
  let complaints: string[];
  withApp((startedApp, launchedBrowser) => {
    app = startedApp;
    browser = launchedBrowser;
  });
  beforeEach(async () => {
    page = await newPage(browser);
    complaints = complaintsOf(page);
    take(app, page, complaints);
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.close();
  });
}
