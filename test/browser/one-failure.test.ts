/** A failure of all calls on the page Classify: told once, with one button that tries again, and out of the way when it was read. */

import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { launchBrowser, newPage } from "./browser.ts";
import { PhotoSite } from "./photo-site.ts";
import { give } from "./skins.ts";

let browser: Browser;
let page: Page;
let site: PhotoSite;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  site = await PhotoSite.start();
});
afterEach(async () => {
  await page.close();
  await site.close();
});

/** Three photos whose calls fail as a whole. */
async function fail(locale = "en-US", viewport = { width: 1280, height: 900 }) {
  site.hasServable = false;
  for (const name of ["a", "b", "c"]) {
    const picture = sharp({
      create: { width: 32, height: 24, channels: 3, background: { r: site.photos.size, g: 1, b: 1 } },
    });
    site.photos.set(name, await picture.jpeg().toBuffer());
  }
  page = await newPage(browser, locale);
  await page.setViewportSize(viewport);
  await page.goto(site.app);
  await give(page, site.photos);
  await alert().waitFor();
}

const alert = () => page.getByRole("alert").getByText(/servable is not available/);
const again = () => page.getByRole("button", { name: /^(Try .*again.*|Resume)$/ });

it("has one button to try again; when its message is closed, the bar above the photos has it, and the message too", async () => {
  await fail();
  await page.getByText("3 photos · 0 done · 3 failed").first().waitFor();
  expect(await again().count()).toBe(1);
  await page.getByRole("alert").getByRole("button", { name: "Close" }).click();
  await alert().waitFor({ state: "detached" });
  expect(await again().count()).toBe(1);
  expect(await page.locator("app-queue-bar").getByRole("button", { name: "Try 3 again" }).count()).toBe(1);
  await page.getByRole("button", { name: "Show the message" }).click();
  await alert().waitFor();
  expect(await again().count()).toBe(1);
  site.hasServable = true;
  await again().click();
  await page.getByText("3 photos · 3 done").first().waitFor();
});

it("that comes again is told again, though its message was closed", async () => {
  await fail();
  await page.getByRole("alert").getByRole("button", { name: "Close" }).click();
  await again().click();
  await alert().waitFor();
});

it("is closed and shown again in Chinese too", async () => {
  await fail("zh-CN");
  await page.getByRole("alert").getByRole("button", { name: "关闭" }).click();
  await page.getByRole("button", { name: "显示原因" }).click();
  await alert().waitFor();
});

it("takes less than a fifth of a phone, above the buttons there", async () => {
  await fail("en-US", { width: 390, height: 844 });
  const box = (await page.locator("app-classify-page app-failure-banner .box").boundingBox())!;
  expect(box.height).toBeLessThan(844 / 5);
  const choose = (await page.getByRole("button", { name: "Choose photos" }).boundingBox())!;
  expect(box.y + box.height).toBeLessThanOrEqual(choose.y);
});
