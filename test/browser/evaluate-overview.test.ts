/** The picture of all classes on the page Evaluate, by keyboard, finger and mouse. */

import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Site, startSite } from "../elements/site.ts";
import { axeFindings } from "./axe.ts";
import { launchBrowser } from "./browser.ts";
import { folderOf, labelOf, photoCalled, readingClassifier } from "./labelled-photos.ts";

const CLASSES = 30;

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

let context: BrowserContext | undefined;
afterEach(() => context?.close());

/** A photo of each class; those of 3 and 20 are taken for 25 and 9. Classes by name are those by number. */
async function openEvaluated(options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  context = await browser.newContext({ locale: "en-US", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`${site.url}/#/evaluate`);
  const called = (i: number) => ({ 3: 25, 20: 9 })[i] ?? i;
  const photos = Array.from({ length: CLASSES }, (_, i) => [
    `${labelOf(i)}/${i}.bmp`,
    photoCalled(called(i)),
  ]);
  await page.locator("#set-folder").setInputFiles(await folderOf(Object.fromEntries(photos)));
  await page.getByRole("button", { name: "Evaluate" }).click();
  await page.locator("app-run-bar .row").getByText(`${CLASSES} of ${CLASSES} photos`).waitFor();
  await page.locator("app-confusion-overview").waitFor();
  return page;
}

const told = (page: Page) => page.locator("app-confusion-overview").getByRole("status");
const shown = (page: Page, truth: number, called: number) =>
  page.getByRole("region", { name: `Photos of ${labelOf(truth)}, called ${labelOf(called)}` });

it("arrow keys move a cursor whose photos are told, and Enter opens them", async () => {
  const page = await openEvaluated();
  const picture = page.getByRole("application", { name: "Picture of all 30 classes by name" });
  await picture.focus();
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => told(page).textContent()).toBe(`1 photo of ${labelOf(3)} called ${labelOf(25)}`);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => told(page).textContent()).toBe(`0 photos of ${labelOf(4)} called ${labelOf(24)}`);
  // To the only one of its row that has photos, and down to the next of its column.
  await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(() => told(page).textContent()).toBe(`1 photo of ${labelOf(4)} called ${labelOf(4)}`);
  await page.keyboard.press("Enter");
  await shown(page, 4, 4).getByText("/4.bmp").waitFor();
  expect(await page.locator(".cell:focus").count()).toBe(1);
  expect(await page.locator("app-confusion-matrix tbody th").allTextContents()).toContain(labelOf(4));
  // What the page's bar lies over would be too small a target.
  await page.evaluate(() => scrollTo(0, 0));
  expect(await axeFindings(page)).toEqual([]);
});

it("a finger beside a mistake means it, and a button opens its photos", async () => {
  const page = await openEvaluated({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const picture = page.locator("app-confusion-overview .frame");
  await picture.scrollIntoViewIfNeeded();
  const cell = (place: number) => ((place + 0.5) / CLASSES) * 240;
  await picture.tap({ position: { x: cell(25) + 9, y: cell(3) - 9 } });
  await expect.poll(() => told(page).textContent()).toBe(`1 photo of ${labelOf(3)} called ${labelOf(25)}`);
  await page.getByRole("button", { name: "Show photos" }).tap();
  await shown(page, 3, 25).getByText("/3.bmp").waitFor();
});

it("a mouse that is pressed moves the cursor, and the matrix shows the part where it is let go", async () => {
  const page = await openEvaluated();
  const picture = page.locator("app-confusion-overview .frame");
  await picture.scrollIntoViewIfNeeded();
  const { x, y } = (await picture.boundingBox())!;
  const cell = (place: number) => ((place + 0.5) / CLASSES) * 240;
  await page.mouse.move(x + cell(1), y + cell(1));
  await page.mouse.down();
  await expect.poll(() => told(page).textContent()).toBe(`1 photo of ${labelOf(1)} called ${labelOf(1)}`);
  await page.mouse.move(x + cell(9), y + cell(20));
  await expect.poll(() => told(page).textContent()).toBe(`1 photo of ${labelOf(20)} called ${labelOf(9)}`);
  await page.mouse.up();
  const rows = page.locator("app-confusion-matrix tbody th");
  await expect.poll(() => rows.first().textContent()).toBe(labelOf(14));
  await page
    .locator("app-confusion-matrix")
    .getByRole("button", { name: `1 photo of ${labelOf(20)} called ${labelOf(9)}` })
    .waitFor();
});
