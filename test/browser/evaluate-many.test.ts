/** The page Evaluate with ten thousand photos of a thousand classes, at a classifier that takes no time. */

import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Site, startSite } from "../elements/site.ts";
import { launchBrowser, newPage } from "./browser.ts";
import { folderOf, labelOf, photoCalled, readingClassifier } from "./labelled-photos.ts";

const PHOTOS = 10_000;
const CLASSES = 1000;

/** Every fourth photo is taken for the next class. */
const called = (i: number) => (i % 4 === 0 ? (i + 1) % CLASSES : i % CLASSES);

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startSite(readingClassifier(CLASSES));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function usedBytes(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
}

const settled = async (page: Page) =>
  Number(await page.locator("app-run-bar").getByRole("progressbar").getAttribute("aria-valuenow"));

it("ten thousand photos of a thousand classes take no more memory at their end than at their beginning, and their matrix can be read", async () => {
  const files = Array.from({ length: PHOTOS }, (_, i) => [
    `${labelOf(i % CLASSES)}/${i}.bmp`,
    photoCalled(called(i)),
  ]);
  const folder = await folderOf(Object.fromEntries(files));
  const page = await newPage(browser);
  const session = await page.context().newCDPSession(page);
  await page.goto(`${site.url}/#/evaluate`);
  await page.locator("#set-folder").setInputFiles(folder, { timeout: 60_000 });
  await page.getByText("10000 photos, 1000 names").waitFor({ timeout: 60_000 });
  await page.getByRole("button", { name: "Evaluate" }).click();

  await expect.poll(() => settled(page), { timeout: 120_000, interval: 200 }).toBeGreaterThan(1500);
  const early = await usedBytes(session);
  await expect.poll(() => settled(page), { timeout: 240_000, interval: 500 }).toBe(PHOTOS);
  const late = await usedBytes(session);
  // Kept answers would be 6 MB.
  expect((late - early) / 2 ** 20).toBeLessThan(2);

  expect(await page.locator("[data-figure=top1]").textContent()).toBe("75%7500 of 10000");
  const matrix = page.locator("app-confusion-matrix");
  await matrix.getByText("The 12 of 1000 classes that are mixed up most.").waitFor();
  expect(await matrix.locator("tbody tr").count()).toBe(12);
  await matrix.getByRole("searchbox").fill("kind 777");
  await matrix
    .getByRole("button", { name: "10 photos of class 776, kind 776 called class 777, kind 777" })
    .click();
  await page
    .getByRole("region", { name: "Photos of class 776, kind 776, called class 777, kind 777" })
    .waitFor();
  await matrix.getByRole("searchbox").fill("");
  // In the middle of all by name.
  await matrix.locator("canvas").click();
  await expect.poll(() => matrix.locator("tbody th").first().textContent()).toBe(labelOf(494));
}, 420_000);
