/** The page Evaluate with two runs side by side: at two real bridges, whose workers' classifiers read the answer in the photo. */

import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Site, startSite } from "../elements/site.ts";
import { axeFindings } from "./axe.ts";
import { complaintsOf, launchBrowser } from "./browser.ts";
import { folderOf, labelOf, photoCalled, readingClassifier } from "./labelled-photos.ts";

const CLASSES = 10;

let browser: Browser;
/** The page's own, another whose model calls all classes but the first otherwise, and one that lets no other page call. */
let site: Site;
let other: Site;
let closed: Site;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startSite(readingClassifier(CLASSES));
  other = await startSite(readingClassifier(CLASSES, 1), [site.url]);
  closed = await startSite(readingClassifier(CLASSES));
});
afterAll(async () => {
  await browser?.close();
  for (const one of [site, other, closed]) await one?.close();
});

let context: BrowserContext;
let page: Page;
let complaints: string[];
beforeEach(() => open());
afterEach(async () => {
  expect(complaints).toEqual([]);
  await context.close();
});

async function open(
  options: Parameters<Browser["newContext"]>[0] = {},
  prepare?: () => Promise<unknown>,
): Promise<void> {
  await context?.close();
  context = await browser.newContext({ locale: "en-US", ...options });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  complaints = complaintsOf(page);
  await page.route("**/demo.json", (route) => route.fulfill({ json: { demo: false } }));
  await prepare?.();
  await page.goto(`${site.url}/#/evaluate`);
  await page.locator("app-set-intake button").first().waitFor();
}

const button = (name: string | RegExp) => page.getByRole("button", { name });
const comparison = () => page.locator("app-comparison-view");

const LABELLED = {
  "kind 0/a.bmp": photoCalled(0),
  "kind 1/a.bmp": photoCalled(1),
  "kind 1/b.bmp": photoCalled(1),
  "kind 3/a.bmp": photoCalled(2),
};
const UNLABELLED = { "a.bmp": photoCalled(0), "b.bmp": photoCalled(1), "c.bmp": photoCalled(1) };

async function evaluate(files: Readonly<Record<string, Buffer>>): Promise<void> {
  await page.locator("#set-folder").setInputFiles(await folderOf(files));
  await button("Evaluate").click();
  const photos = Object.keys(files).length;
  await page.locator("app-run-bar .row").getByText(`${photos} of ${photos} photos`).waitFor();
}

async function writeAddress(address: string): Promise<void> {
  await page.getByText("At another address").click();
  await page.getByRole("textbox", { name: "Proxy's address" }).fill(address);
  await page.getByRole("textbox", { name: "Proxy's address" }).press("Tab");
}

async function evaluateBeside(address: string): Promise<void> {
  await writeAddress(address);
  await button("Evaluate beside it").click();
}

const over = (photos: number) =>
  page.locator("app-run-bar .row").nth(1).getByText(`${photos} of ${photos} photos`).waitFor();

describe("a second address", () => {
  it("is laid beside the first: agreement, labels that changed most, and each leads to its photos", async () => {
    await evaluate(LABELLED);
    await evaluateBeside(other.url);
    await over(4);
    await comparison().getByText("They agree on 1 of 4 photos that both have answered (25%).").waitFor();
    await comparison().getByText("Only the first is right: 2 · Only the second is right: 1").waitFor();
    const bars = page.locator("app-run-bar");
    await bars.nth(0).getByText(new URL(site.url).host).waitFor();
    await bars.nth(1).getByText(new URL(other.url).host).waitFor();
    const photos = comparison().locator("app-judged-photos li");
    expect(await photos.count()).toBe(3);
    expect(await photos.first().textContent()).toContain("the first is right");
    const changed = comparison().getByRole("button", { name: "→" });
    expect(await changed.allTextContents()).toEqual([
      `${labelOf(1)} → ${labelOf(2)}`,
      `${labelOf(2)} → ${labelOf(3)}`,
    ]);
    await changed.nth(1).click();
    await comparison()
      .getByText(`Photos that went from ${labelOf(2)} to ${labelOf(3)}`)
      .waitFor();
    expect(await photos.allTextContents()).toEqual([expect.stringContaining("set/kind 3/a.bmp")]);
    await button("All changed photos").click();
    expect(await photos.count()).toBe(3);
  });

  it("gets its own headers alone, and the settings' headers go to the settings' address alone", async () => {
    await open({}, () =>
      page.addInitScript(() =>
        sessionStorage.setItem("settings", JSON.stringify({ metadata: { authorization: "Bearer own" } })),
      ),
    );
    const sent: { origin: string; authorization: string | undefined }[] = [];
    page.on("request", (request) => {
      const { origin, pathname } = new URL(request.url());
      const { authorization } = request.headers();
      if (pathname.endsWith("/Predict") || authorization) sent.push({ origin, authorization });
    });
    await evaluate(LABELLED);
    await writeAddress(other.url);
    await button("Add a header").click();
    await page.getByRole("textbox", { name: "Name of header 1" }).fill("authorization");
    await page.getByRole("textbox", { name: "Value of header 1" }).fill("Bearer other");
    await button("Evaluate beside it").click();
    await over(4);
    const headers = (url: string) =>
      new Set(sent.filter(({ origin }) => origin === url).map(({ authorization }) => authorization));
    expect(headers(site.url)).toEqual(new Set(["Bearer own"]));
    expect(headers(other.url)).toEqual(new Set(["Bearer other"]));
    expect(new Set(sent.map(({ origin }) => origin))).toEqual(new Set([site.url, other.url]));
  });

  it("gets no headers where none are given for it", async () => {
    await open({}, () =>
      page.addInitScript(() =>
        sessionStorage.setItem("settings", JSON.stringify({ metadata: { authorization: "Bearer own" } })),
      ),
    );
    const sent: (string | undefined)[] = [];
    page.on("request", (request) => {
      if (request.url().startsWith(other.url)) sent.push(request.headers().authorization);
    });
    await evaluate(LABELLED);
    await evaluateBeside(other.url);
    await over(4);
    expect(sent.length).toBeGreaterThan(0);
    expect(new Set(sent)).toEqual(new Set([undefined]));
  });

  it("keeps its run where it began when the settings are pointed elsewhere", async () => {
    await evaluate(LABELLED);
    await evaluateBeside(other.url);
    await over(4);
    const bars = page.locator("app-run-bar");
    await button("Settings").click();
    await page
      .locator("app-settings-dialog")
      .getByRole("textbox", { name: "Proxy's address" })
      .fill(other.url);
    await page.locator("app-settings-dialog").getByRole("button", { name: "Close" }).click();
    await bars.nth(0).getByText(new URL(site.url).host).waitFor();
    await bars.nth(1).getByText(new URL(other.url).host).waitFor();
  });

  it("that does not let this page call is told with the option that lets it", async () => {
    await evaluate(LABELLED);
    await page.getByText("At another address").click();
    await page.getByText(`start it with --origin ${site.url}.`).waitFor();
    await evaluateBesideOpen(closed.url);
    await page
      .locator("app-failure-banner")
      .getByText(/allowed origins \(`--origin`\)/)
      .waitFor();
    await page.locator("app-run-bar").nth(1).getByText("0 of 4 photos").waitFor();
    complaints.splice(0); // The browser's own words about CORS.
  });

  it("that the page's Content-Security-Policy forbids is told, with what to add to it", async () => {
    await open({}, () =>
      page.route(`${site.url}/`, async (route) => {
        const reply = await route.fetch();
        const policy = reply.headers()["content-security-policy"]!.replace("'self' http: https:", "'self'");
        await route.fulfill({
          response: reply,
          headers: { ...reply.headers(), "content-security-policy": policy },
        });
      }),
    );
    await evaluate(LABELLED);
    await evaluateBeside(other.url);
    const banner = page.locator("app-failure-banner");
    await banner
      .getByText(`This page may not call ${other.url}: its Content-Security-Policy forbids it.`)
      .waitFor();
    await banner.getByText(`Add ${other.url} to connect-src`).waitFor();
    complaints.splice(0); // The browser's own words about the policy.
  });

  it("that is none is told beside its field, and no run begins", async () => {
    await evaluate(LABELLED);
    await writeAddress("ftp://x");
    await button("Evaluate beside it").click();
    await page.getByText("This is not a proxy address").waitFor();
    expect(await page.locator("#address:focus").count()).toBe(1);
    expect(await page.locator("app-run-bar").count()).toBe(1);
  });
});

/** With the address' fields open already. */
async function evaluateBesideOpen(address: string): Promise<void> {
  await page.getByRole("textbox", { name: "Proxy's address" }).fill(address);
  await page.getByRole("textbox", { name: "Proxy's address" }).press("Tab");
  await button("Evaluate beside it").click();
}

describe("photos without labels", () => {
  it("in one folder are compared: what changed, and no share that nobody can know", async () => {
    await page.locator("#set-folder").setInputFiles(await folderOf(UNLABELLED));
    await page.getByText("3 photos, no labels").waitFor();
    await page.getByText("No photo has a label: what two methods answer can be compared").waitFor();
    await button("Evaluate").click();
    await page.locator("app-run-bar .row").getByText("3 of 3 photos").waitFor();
    expect(await page.locator("[data-figure]").count()).toBe(0);
    expect(await page.locator("app-confusion-matrix, app-class-table").count()).toBe(0);
    await evaluateBeside(other.url);
    await over(3);
    await comparison().getByText("They agree on 1 of 3 photos that both have answered (33.3%).").waitFor();
    expect(await comparison().getByText("McNemar").count()).toBe(0);
    expect(await comparison().locator("app-judged-photos li").count()).toBe(2);
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      button("Save the comparison as JSON").click(),
    ]);
    expect(file.suggestedFilename()).toBe("comparison.json");
    expect(JSON.parse(readFileSync(await file.path(), "utf8"))).toMatchObject({
      first: { method: "classify_top5", address: "" },
      second: { method: "classify_top5", address: other.url },
      agreed: 1,
      labelled: 0,
      test: null,
      changedLabels: [{ first: labelOf(1), second: labelOf(2), photos: 2 }],
    });
  });

  it("in one folder show what its name says where somebody says so, and those in several where nobody denies it", async () => {
    await page.locator("#set-folder").setInputFiles(await folderOf(UNLABELLED));
    const box = page.getByRole("checkbox", { name: "The name of their one folder is what all photos show" });
    expect(await box.isChecked()).toBe(false);
    await box.check();
    await page.getByText("3 photos, 1 name").waitFor();
    await page.locator("#set-folder").setInputFiles(await folderOf(LABELLED));
    await page.getByText("4 photos, 3 names").waitFor();
    await page.getByRole("checkbox", { name: "The name of a photo's folder is what it shows" }).uncheck();
    await page.getByText("4 photos, no labels").waitFor();
  });
});

it.each(["light", "dark"] as const)("a comparison has no findings of axe, %s", async (colorScheme) => {
  await open({ colorScheme });
  await evaluate(LABELLED);
  await writeAddress(other.url);
  await button("Add a header").click();
  expect(await axeFindings(page)).toEqual([]);
  await button("Evaluate beside it").click();
  await over(4);
  await comparison().getByRole("button", { name: "→" }).first().click();
  expect(await axeFindings(page)).toEqual([]);
});

it("a comparison is there in Chinese, and fits a phone", async () => {
  await open({ locale: "zh-CN", viewport: { width: 390, height: 844 } });
  await page.locator("#set-folder").setInputFiles(await folderOf(UNLABELLED));
  await button("开始评估").click();
  await page.getByText("使用另一个地址").click();
  await page.locator("#address").fill(other.url);
  await page.locator("#address").press("Tab");
  await button("并排评估").click();
  await page.getByText("变化的标签").waitFor();
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBeLessThanOrEqual(0);
});
