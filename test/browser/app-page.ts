/** The set-up of tests of the app's pages: one browser and one server for a file, and for each test a page of its own. */

import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { type AppServer, startApp } from "./app-server.ts";
import { complaintsOf, launchBrowser, newPage } from "./browser.ts";

/**
 * To be called at a test file's top. A test fails when its page has complained.
 * @param take is given the server and the new page before each test
 */
export function eachWithAppPage(take: (app: AppServer, page: Page) => void): void {
  let browser: Browser;
  let app: AppServer;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    browser = await launchBrowser();
    app = await startApp();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  beforeEach(async () => {
    page = await newPage(browser);
    complaints = complaintsOf(page);
    take(app, page);
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.close();
  });
}
