/** Settings last, count at once, and the theme is there before the first paint. */

import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { eachWithAppPage } from "./app-page.ts";
import type { AppServer } from "./app-server.ts";

let app: AppServer;
let page: Page;
let complaints: string[];
eachWithAppPage((...given) => {
  [app, page, complaints] = given;
});

it("a theme that was chosen counts at once, and before any module runs at the next visit", async () => {
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
  // The browser tells of each module that it was refused.
  complaints.splice(0, complaints.length, ...complaints.filter((text) => !/ERR_FAILED/.test(text)));
});

it("a header counts when it is written, not with every key", async () => {
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
});

it("photos stay to be made smaller at the next visit", async () => {
  await page.goto(app.url);
  await page.getByRole("checkbox", { name: /Shrink/ }).check();
  await page.reload();
  expect(await page.getByRole("checkbox", { name: /Shrink/ }).isChecked()).toBe(true);
});
