/** The set-up of the elements' tests: one browser and one site for a file, and a page for each test that opens it. */

import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { Classifier } from "../../src/demo-serving/model/classifier.ts";
import { launchBrowser } from "../browser/browser.ts";
import { openPage, type Site, startSite } from "./site.ts";

interface Opened {
  page: Page;
  site: Site;
  /** A test fails when its page has complained of something that it has not taken out of here. */
  complaints: string[];
}

/**
 * To be called at a test file's top.
 * @param take is given each page that was opened
 * @returns opens a page with this markup, of the file's site or another one
 */
export function withSite(
  startClassifier: () => Classifier | Promise<Classifier>,
  take: (opened: Opened) => void,
) {
  let browser: Browser;
  let classifier: Classifier;
  let site: Site;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    browser = await launchBrowser();
    classifier = await startClassifier();
    site = await startSite(classifier);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await classifier?.close();
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.close();
  });
  return async (body: string, options?: Parameters<typeof openPage>[3], on = site): Promise<void> => {
    ({ page, complaints } = await openPage(browser, on, body, options));
    take({ page, site, complaints });
  };
}
