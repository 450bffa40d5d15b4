/** axe finds nothing on any page in any state, in both languages and both themes, on a phone and on a desktop. */

import { readFileSync } from "node:fs";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { withApp } from "./app-page.ts";
import type { AppServer } from "./app-server.ts";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

let browser: Browser;
let app: AppServer;
withApp((startedApp, launchedBrowser) => {
  app = startedApp;
  browser = launchedBrowser;
});

const run = (page: Page) => page.locator("button.run:visible").click();

const STATES: Record<string, { hash: string; reach(page: Page): Promise<unknown> }> = {
  "Classify, empty": { hash: "", reach: (page) => page.locator("app-sample-strip").waitFor() },
  "settings, with a fault": {
    hash: "#/add",
    async reach(page) {
      await page.locator("button.settings").click();
      await page.locator("#address").fill("no address");
      await page.locator("app-metadata-editor button").click();
      await page.locator("app-metadata-editor input").first().fill("a b");
      await page.locator("#address-note[role=alert]").waitFor();
    },
  },
  "the ladder, all fine": {
    hash: "#/add",
    async reach(page) {
      await page.locator("app-status .connected").click();
      await page.locator('app-status [data-rung="method"].good').waitFor();
    },
  },
  "the ladder, broken": {
    hash: "#/playground?servable=add&method=none",
    async reach(page) {
      await page.locator("app-status .noMethod").click();
      await page.locator("app-status .repair").waitFor();
    },
  },
  "Add, done and failed": {
    hash: "#/add",
    async reach(page) {
      await page.locator("app-instance-row").nth(1).locator("select").nth(1).selectOption("int32");
      await page.locator("details summary").first().click();
      await run(page);
      await page.locator("app-instance-row .failed").waitFor();
    },
  },
  "Add, failed as a whole": {
    hash: "#/add",
    async reach(page) {
      await page.locator("button.missing").click();
      await page.locator("app-add-page app-failure-banner .box").waitFor();
    },
  },
  "the playground, done": {
    hash: "#/playground",
    async reach(page) {
      await run(page);
      await page.locator("app-output-view").waitFor();
      await page.locator("app-history-list summary").click();
    },
  },
  "the playground, a table": {
    hash: "#/playground",
    async reach(page) {
      await run(page);
      await page.locator("app-output-view .views button").nth(1).click();
      await page.locator("app-tensor-table .cell").first().waitFor();
    },
  },
  "the playground, a heat map": {
    hash: "#/playground",
    async reach(page) {
      await run(page);
      await page.locator("app-output-view .views button").nth(2).click();
      await page.locator("canvas").waitFor();
    },
  },
  "the playground, with faults": {
    hash: "#/playground",
    async reach(page) {
      await page.locator("app-input-editor textarea").first().fill("[[1, 2], [3]]");
      await run(page);
      await page.locator("app-input-editor .fault").waitFor();
    },
  },
  "the playground, JSON with a fault": {
    hash: "#/playground",
    async reach(page) {
      await page.locator("app-playground-page .choice label").nth(1).click();
      await page.locator("app-playground-page .json textarea").fill("{");
      await run(page);
      await page.locator("app-playground-page .fault").waitFor();
    },
  },
};

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations: found } = (await page.evaluate("axe.run()")) as AxeResults;
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  );
}

const PLACES: [string, BrowserContextOptions][] = [
  [
    "English, light, desktop",
    { locale: "en-US", colorScheme: "light", viewport: { width: 1440, height: 900 } },
  ],
  [
    "Chinese, dark, phone",
    {
      locale: "zh-CN",
      colorScheme: "dark",
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
    },
  ],
];

describe.each(PLACES)("%s", (_, options) => {
  it.each(Object.entries(STATES))("%s", async (_, { hash, reach }) => {
    const context = await browser.newContext(options);
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      await page.goto(`${app.url}/${hash}`);
      await reach(page);
      expect(await violations(page)).toEqual([]);
      const width = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(width[0]).toBeLessThanOrEqual(width[1]!);
    } finally {
      await context.close();
    }
  });
});
