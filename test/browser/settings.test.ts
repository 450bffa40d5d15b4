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
  // The browser's own bar around the page takes the same colour.
  const bar = page
    .locator("meta[name=theme-color]")
    .filter({ has: page.locator("xpath=self::*[@media='all']") });
  expect(await bar.evaluateAll((metas) => metas.map((meta) => meta.getAttribute("content")))).toEqual([
    "#181614",
  ]);
  await page.route("**/assets/*.js", (route) => route.abort());
  await page.reload({ waitUntil: "domcontentloaded" });
  expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe("dark");
  expect(await ground()).toBe(dark);
  expect(complaints.filter((text) => !/ERR_FAILED/.test(text))).toEqual([]);
  await page.close();
});

it("a header counts when it is written, not with every key", async () => {
  const page = await newPage(browser);
  await page.goto(`${app.url}/#/add`);
  await page.locator("app-status .connected").waitFor();
  const sent = new Set<string | undefined>();
  page.on("request", (request) => sent.add(request.headers()["x-user"]));
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Add a header" }).click();
  await page.keyboard.type("x-user");
  await page.keyboard.press("Tab");
  await page.keyboard.type("someone", { delay: 50 });
  await page.keyboard.press("Escape");
  // The page asks when it is idle.
  await expect.poll(() => [...sent], { timeout: 10_000 }).toContain("someone");
  // Nobody was asked with a part of it.
  expect([...sent].filter((value) => value && value !== "someone")).toEqual([]);
  await page.close();
});

it("photos stay to be made smaller at the next visit", async () => {
  const page = await newPage(browser);
  await page.goto(app.url);
  await page.getByRole("checkbox", { name: /Shrink/ }).check();
  await page.reload();
  expect(await page.getByRole("checkbox", { name: /Shrink/ }).isChecked()).toBe(true);
  await page.close();
});
