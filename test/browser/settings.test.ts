/** Settings last, count at once, and the theme is there before the first paint. */

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AppServer, startApp } from "./app-server.ts";
import { complaintsOf, launchBrowser, newPage } from "./browser.ts";

let browser: Browser;
let app: AppServer;
beforeAll(async () => {
  browser = await launchBrowser();
  app = await startApp();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

it("a theme that was chosen counts at once, and before any module runs at the next visit", async () => {
  const page = await newPage(browser);
  const complaints = complaintsOf(page);
  await page.goto(`${app.url}/#/add`);
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await ground();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByText("Dark", { exact: true }).click();
  await expect.poll(ground).not.toBe(light);
  const dark = await ground();
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.reload({ waitUntil: "domcontentloaded" });
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  expect(await ground()).toBe(dark);
  expect(complaints.filter((text) => !/ERR_FAILED/.test(text))).toEqual([]);
  await page.close();
});
