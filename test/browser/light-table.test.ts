/** How photos lie on the page Classify: their frames, names and labels, of a few and of many, on narrow and wide screens. */

import type { Browser, Locator, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answeringClassifier } from "../demo-serving/fake-classifier.ts";
import { openPage, type Site, startSite } from "../elements/site.ts";
import { launchBrowser, newPage } from "./browser.ts";

/** A picture's last byte says how many percent its best label gets. */
const classifier = answeringClassifier((image) => {
  const best = image.at(-1)! / 100;
  const rest = (1 - best) / 5;
  return {
    labels: ["giant panda, panda, coon bear", "cliff, drop", "valley", "tray", "gong"],
    scores: Float32Array.of(best, ...Array<number>(4).fill(Math.min(best, rest))),
  };
});

let browser: Browser;
let site: Site;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startSite(classifier);
});
afterEach(() => page.close());
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** @param percent of its best label; a PNG may have more bytes after its end */
async function photo(name: string, percent = 90, width = 400, height = 300) {
  const picture = sharp({ create: { width, height, channels: 3, background: "teal" } });
  const buffer = Buffer.concat([await picture.png().toBuffer(), Buffer.of(percent)]);
  return { name, mimeType: "image/png", buffer };
}

const named = (count: number) => Promise.all(Array.from({ length: count }, (_, i) => photo(`${i}.png`)));

async function open(photos: Awaited<ReturnType<typeof photo>>[], width = 1280, locale = "en-US") {
  page = await newPage(browser, locale);
  await page.setViewportSize({ width, height: 900 });
  await page.goto(site.url);
  await page.locator("input#files").setInputFiles(photos);
  const done = { "en-US": `${photos.length} done`, "zh-CN": `完成 ${photos.length} 张` }[locale]!;
  await page.locator("app-queue-bar").getByText(done).waitFor();
}

const card = (name: string) => page.getByRole("article", { name, exact: true });
const boxes = (locator: Locator) =>
  locator.evaluateAll((all) =>
    all.map((one) => one.getBoundingClientRect()).map(({ top, width, height }) => ({ top, width, height })),
  );

describe("photos of many shapes", () => {
  it("lie in frames of one size, each whole within its own, and their labels stand in one line", async () => {
    const shapes = [
      [400, 300],
      [200, 600],
      [900, 200],
      [300, 300],
    ] as const;
    await open(await Promise.all(shapes.map(([width, height], i) => photo(`${i}.png`, 90, width, height))));
    await expect.poll(() => page.locator("app-photo-card canvas").count()).toBe(4);
    for (const part of [".picture", "canvas", ".best"]) {
      const [first, ...rest] = await boxes(page.locator(`app-photo-card ${part}`));
      for (const { top, width } of rest) expect([part, top, width]).toEqual([part, first!.top, first!.width]);
    }
    const fit = page
      .locator("app-photo-card canvas")
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).objectFit));
    expect(await fit).toEqual(Array(4).fill("contain"));
  });
});

describe("a photo's name", () => {
  const cut = (part: Locator) => part.evaluate((one) => one.scrollWidth > one.clientWidth + 1);

  it("is read in full where there is room, without what can be done standing in its way", async () => {
    await open([await photo("strawberries-2024.png"), ...(await named(4))]);
    const name = card("strawberries-2024.png").locator(".file");
    expect(await cut(name.locator("span").first())).toBe(false);
    const remove = card("strawberries-2024.png").locator(".does");
    expect(await remove.evaluate((one) => getComputedStyle(one).opacity)).toBe("0");
    await card("strawberries-2024.png").hover();
    expect(await remove.evaluate((one) => getComputedStyle(one).opacity)).toBe("1");
    await page.mouse.move(0, 0);
    await page.getByRole("button", { name: "Enlarge 0.png" }).focus();
    expect(
      await card("0.png")
        .locator(".does")
        .evaluate((one) => getComputedStyle(one).opacity),
    ).toBe("1");
  });

  it("is cut in the middle where it is long: its end with the number stays", async () => {
    await open([await photo("a long name of a photo of the holidays at sea 0042.png"), ...(await named(4))]);
    const [start, end] = await card("a long name of a photo of the holidays at sea 0042.png")
      .locator(".file span")
      .all();
    expect(await cut(start!)).toBe(true);
    expect(await end!.textContent()).toMatch(/0042\.png$/);
    expect(await cut(end!)).toBe(false);
    const [name] = await boxes(page.locator("app-photo-card .file").first());
    expect(name!.width).toBeLessThan(260);
  });
});

describe("a label", () => {
  it("stands once on its card, with its share and its other names", async () => {
    await open(await named(4));
    const text = (await card("0.png").innerText()).replaceAll("\n", " ");
    expect(text.split("giant panda")).toHaveLength(2);
    expect(text).toContain("90.0%");
    expect(text).toContain("panda, coon bear");
    expect(await card("0.png").getByRole("heading").allTextContents()).toEqual(["giant panda"]);
    await card("0.png").getByRole("button", { name: "Enlarge 0.png" }).click();
    const enlarged = await page.getByRole("dialog").innerText();
    expect(enlarged.split("giant panda")).toHaveLength(2);
  });

  it("that the model gives less than a half is called unsure, also to a screen reader, and can be filtered by", async () => {
    await open([await photo("sure.png", 92), await photo("half.png", 50), await photo("unsure.png", 17)]);
    await card("unsure.png").getByText("unsure", { exact: true }).waitFor();
    await page
      .getByRole("status")
      .getByText("unsure.png: giant panda, unsure")
      .waitFor({ state: "attached" });
    for (const name of ["sure.png", "half.png"])
      expect(await card(name).getByText("unsure", { exact: true }).count()).toBe(0);
    const weight = (name: string) =>
      card(name)
        .locator(".best")
        .evaluate((one) => getComputedStyle(one).fontWeight);
    expect([await weight("sure.png"), await weight("unsure.png")]).toEqual(["600", "400"]);
    const shown = () =>
      page.getByRole("article").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    const filter = page.getByRole("combobox", { name: "Best score" });
    await filter.selectOption("Unsure (below 50%)");
    await expect.poll(shown).toEqual(["unsure.png"]);
    await filter.selectOption("50% and more");
    await expect.poll(shown).toEqual(["sure.png", "half.png"]);
    await filter.selectOption("90% and more");
    await expect.poll(shown).toEqual(["sure.png"]);
  });

  it("is called unsure in Chinese too, and filtered by", async () => {
    await open([await photo("sure.png", 92), await photo("unsure.png", 17)], 1280, "zh-CN");
    await card("unsure.png").getByText("不确定", { exact: true }).waitFor();
    await page.getByRole("combobox", { name: "最高得分" }).selectOption("不确定（低于 50%）");
    await card("sure.png").waitFor({ state: "detached" });
  });

  it("is called unsure by the element", async () => {
    ({ page } = await openPage(browser, site, "<serving-classifier multiple></serving-classifier>"));
    await page
      .locator("input[type=file]")
      .setInputFiles([await photo("unsure.png", 17), await photo("sure.png", 92)]);
    await card("unsure.png")
      .locator("[part=unsure]", { hasText: /^unsure$/ })
      .waitFor();
    await card("sure.png").locator("[part=best-label]").waitFor();
    expect(await card("sure.png").locator("[part=unsure]").count()).toBe(0);
  });
});

describe("few photos", () => {
  it("are large: one has its caption beside it, three fill the table's width, a fourth makes a grid of them", async () => {
    await open([await photo("0.png", 90, 1600, 1200)]);
    const [alone] = await boxes(page.locator("app-photo-card .picture"));
    expect(alone!.width).toBeGreaterThan(600);
    const [label] = await boxes(card("0.png").locator(".best"));
    expect(label!.top).toBeLessThan(alone!.top + 120);
    // Sharp, too: the picture has as many pixels as it is wide.
    await expect
      .poll(() => page.locator("app-photo-card canvas").evaluate((one: HTMLCanvasElement) => one.width))
      .toBeGreaterThan(1000);
    await page.locator("input#files").setInputFiles([await photo("1.png"), await photo("2.png")]);
    await page.locator("app-queue-bar").getByText("3 done").waitFor();
    for (const { width } of await boxes(page.locator("app-photo-card .picture")))
      expect(width).toBeGreaterThan(340);
    await page.locator("input#files").setInputFiles([await photo("3.png")]);
    await page.locator("app-queue-bar").getByText("4 done").waitFor();
    for (const { width } of await boxes(page.locator("app-photo-card .picture")))
      expect(width).toBeLessThan(260);
  });

  it("are one below the other on a phone, and nothing is wider than the screen", async () => {
    await open(await named(2), 390);
    const [first, second] = await boxes(page.locator("app-photo-card .picture"));
    expect(second!.top).toBeGreaterThan(first!.top + first!.height);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

it("a wide screen is filled with photos, while words and forms keep their width", async () => {
  await open(await named(12), 2560);
  const tops = (await boxes(page.locator("app-photo-card .picture"))).map(({ top }) => top);
  expect(tops.filter((top) => top === tops[0])).toHaveLength(9);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(2560);
  const [tools] = await boxes(page.locator("app-table-tools"));
  expect(tools!.width).toBe(1200);
});
