/** The switch between the languages, whose words come when they are asked for. */

import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { eachWithAppPage } from "./app-page.ts";
import type { AppServer } from "./app-server.ts";

let app: AppServer;
let page: Page;
let complaints: string[];
eachWithAppPage((given, fresh, told) => {
  app = given;
  page = fresh;
  complaints = told;
});

it("says so when the words can't be loaded, stays as it was, and may be tried again", async () => {
  const WORDS = "**/first-paint-*.js";
  await page.route(WORDS, (route) => route.abort());
  await page.goto(app.url);
  const chinese = page.getByRole("button", { name: "中文" });
  await chinese.click();
  await page.getByText("Part of this page could not be loaded.").waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  // The browser tells of the words that did not come.
  expect(complaints.splice(0)).toEqual(["Failed to load resource: net::ERR_FAILED"]);
  await page.unroute(WORDS);
  await chinese.click();
  await page.getByRole("button", { name: "English" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
  expect(await page.getByText("页面的一部分加载失败。").count()).toBe(0);
});
