/** The page Evaluate as a person uses it, through the real bridge to a worker whose classifier reads the answer in the photo. */

import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Classifier } from "../../src/demo-serving/model/classifier.ts";
import { type Site, startSite } from "../elements/site.ts";
import { axeFindings } from "./axe.ts";
import { complaintsOf, launchBrowser } from "./browser.ts";
import { BROKEN, folderOf, labelOf, photoCalled, readingClassifier } from "./labelled-photos.ts";

const CLASSES = 10;

/** What the classifier waits for before each call. */
let held: Promise<void> | undefined;
const reading = readingClassifier(CLASSES);
const classifier: Classifier = {
  ...reading,
  async classify(images) {
    await held;
    return reading.classify(images);
  },
};

let browser: Browser;
let site: Site;
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startSite(classifier);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

let context: BrowserContext;
let page: Page;
let complaints: string[];
beforeEach(() => open());
afterEach(async () => {
  expect(complaints).toEqual([]);
  await context.close();
});

async function open(options: Parameters<Browser["newContext"]>[0] = {}): Promise<void> {
  await context?.close();
  held = undefined;
  context = await browser.newContext({ locale: "en-US", ...options });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  complaints = complaintsOf(page);
  await page.route("**/demo.json", (route) => route.fulfill({ json: { demo: false } }));
  await page.goto(`${site.url}/#/evaluate`);
  await page.locator("app-set-intake button").first().waitFor();
}

const button = (name: string | RegExp) => page.getByRole("button", { name });
const figure = (name: "top1" | "top5", run = 0) =>
  page.locator("app-run-bar").nth(run).locator(`[data-figure=${name}]`);
const choose = (path: string) => page.locator("#set-folder").setInputFiles(path);
const progress = (text: string) => page.locator("app-run-bar .row").getByText(text).first().waitFor();

/** Holds calls back; the function lets them go. */
function holdCalls(): () => void {
  let release = () => {};
  held = new Promise((done) => {
    release = done;
  });
  return release;
}

/** Three folders of which one has a name of its own; four of six labelled photos are called right. */
const SOME = {
  "kind_1/a.bmp": photoCalled(1),
  "kind_1/b.bmp": photoCalled(1),
  "kind_1/c.bmp": photoCalled(2, 250),
  "Class-2, kind 2/a.bmp": photoCalled(2),
  "Class-2, kind 2/b.bmp": photoCalled(BROKEN),
  "n03/a.bmp": photoCalled(3),
  "n03/notes.txt": "no photo",
};

async function evaluate(files: Readonly<Record<string, Buffer | string>> = SOME): Promise<void> {
  await choose(await folderOf(files));
  await button("Evaluate").click();
  const photos = Object.keys(files).filter((path) => path.endsWith(".bmp")).length;
  await page.locator("app-run-bar .row").getByText(`${photos} of ${photos} photos`).waitFor();
}

describe("a labelled folder", () => {
  it("gives shares in which failed photos and names without a label count as wrong, and what is no photo is told", async () => {
    await evaluate();
    await expect.poll(() => figure("top1").textContent()).toBe("50%3 of 6");
    expect(await figure("top5").textContent()).toBe("50%3 of 6");
    await page
      .getByText("Counted as wrong: 1 photo that failed, 1 photo of names without a label.")
      .waitFor();
    await page.getByText(/notes\.txt is not a photo and was left out/).waitFor();
    await page.locator("app-judged-photos.failures").getByText("set/Class-2, kind 2/b.bmp").waitFor();
    const mistakes = page.locator("app-judged-photos.mistakes li");
    expect(await mistakes.first().textContent()).toContain("class 2, kind 2 (0.98)");
    expect(await mistakes.count()).toBe(2);
    await mistakes.first().scrollIntoViewIfNeeded();
    await mistakes.first().locator("canvas").waitFor();
  });

  it("is mapped to the model's labels by hand, and figures follow at once", async () => {
    await evaluate();
    const field = page.getByRole("combobox", { name: "The model's label for n03" });
    await field.fill("kind 3");
    await field.press("Tab");
    await expect.poll(() => figure("top1").textContent()).toBe("66.7%4 of 6");
    await page.getByText("3 names with a label").click();
    expect(await page.locator("app-name-mapping .mapped .list").textContent()).toContain("n03");
  });

  it("is mapped by a file of names, whose mistakes are told with their line", async () => {
    const names = (text: string) =>
      page
        .locator("#set-names")
        .setInputFiles({ name: "names.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await names("n03,class 3, kind 3\n");
    await page.getByText("names.csv: line 1: 3 fields in the place of two.").waitFor();
    await names('n03,"class 3, kind 3"\n');
    await evaluate();
    await expect.poll(() => figure("top1").textContent()).toBe("66.7%4 of 6");
  });

  it("is mapped to labels that a signature tells and no answer had, too", async () => {
    const labels = Array.from({ length: CLASSES }, (_, i) => labelOf(i));
    const methods = { classify_top5: { outputs: { label: { labels } } } };
    await context.route("**/signatures.json", (route) =>
      route.fulfill({ json: [{ signature: 1, servable: "resnet50", methods }] }),
    );
    await page.reload();
    // The answer's five labels are 3 to 7.
    await evaluate({ "kind 9/a.bmp": photoCalled(3), "kind 3/a.bmp": photoCalled(3) });
    await button("1 photo of class 9, kind 9 called class 3, kind 3").waitFor();
    expect(await page.locator("app-name-mapping .unmapped").count()).toBe(0);
  });

  it("has a matrix whose cells lead to their photos, by keyboard too", async () => {
    await evaluate();
    const cell = button("1 photo of class 1, kind 1 called class 2, kind 2");
    await cell.focus();
    await page.keyboard.press("Enter");
    const shown = page.getByRole("region", { name: "Photos of class 1, kind 1, called class 2, kind 2" });
    await shown.getByText("set/kind_1/c.bmp").waitFor();
    expect(await shown.getByRole("listitem").count()).toBe(1);
    await button("1 photo of class 2, kind 2 called no answer").click();
    await page
      .getByRole("region", { name: "Photos of class 2, kind 2, called no answer" })
      .getByText("set/Class-2, kind 2/b.bmp")
      .waitFor();
  });

  it("has a table of classes that is sorted and searched", async () => {
    await evaluate();
    const table = page.locator("app-class-table");
    const names = () => table.locator("tbody th").allTextContents();
    await expect.poll(names).toEqual(["n03", "class 2, kind 2", "class 1, kind 1", "class 3, kind 3"]);
    await table.getByRole("button", { name: "Photos" }).click();
    await expect.poll(names).toEqual(["class 1, kind 1", "class 2, kind 2", "n03", "class 3, kind 3"]);
    await table.getByRole("searchbox").fill("kind 2");
    await expect.poll(names).toEqual(["class 2, kind 2"]);
    expect(await table.locator("tbody td").allTextContents()).toEqual(["2", "50%", "50%"]);
  });

  it("is saved as CSV and JSON", async () => {
    await evaluate();
    const saved = async (name: string) => {
      const [file] = await Promise.all([page.waitForEvent("download"), button(name).click()]);
      return { name: file.suggestedFilename(), text: readFileSync(await file.path(), "utf8") };
    };
    const csv = await saved("Save each photo as CSV");
    expect(csv.name).toBe("evaluation-resnet50.classify_top5.csv");
    expect(csv.text).toContain('set/kind_1/c.bmp,kind_1,"class 1, kind 1",0,"class 2, kind 2",0.98039216,');
    const { top1, servable, failures } = JSON.parse((await saved("Save all figures as JSON")).text);
    expect({ top1, servable, failed: failures[0].file }).toEqual({
      top1: 0.5,
      servable: "resnet50",
      failed: "set/Class-2, kind 2/b.bmp",
    });
  });

  it("that is dropped with a CSV takes its labels from there", async () => {
    const folder = await folderOf({
      "x/1.bmp": photoCalled(1),
      "x/2.bmp": photoCalled(2),
      "x/3.bmp": photoCalled(3),
      "labels.csv": 'file,label\nx/1.bmp,kind 1\nx/2.bmp,"class 1, kind 1"\nx/9.bmp,kind 1\n',
    });
    const session = await context.newCDPSession(page);
    const data = { items: [], files: [folder], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const)
      await session.send("Input.dispatchDragEvent", { type, x: 300, y: 400, data });
    await page.getByText("3 photos, 2 names").waitFor();
    await page.getByText("1 photo without a label: sent, and in no figure.").waitFor();
    await page.getByText("The CSV names 1 photo that are not here: x/9.bmp").waitFor();
    await button("Evaluate").click();
    await progress("3 of 3 photos");
    await expect.poll(() => figure("top1").textContent()).toBe("50%1 of 2");
    expect(await page.evaluate(() => location.hash)).toBe("#/evaluate");
  });
});

describe("a run", () => {
  const MANY = Object.fromEntries(
    Array.from({ length: 100 }, (_, i) => [
      `class ${i % CLASSES}, kind ${i % CLASSES}/${i}.bmp`,
      photoCalled(i % CLASSES),
    ]),
  );

  it("is paused and goes on, by keyboard too", async () => {
    const release = holdCalls();
    await choose(await folderOf(MANY));
    await button("Evaluate").press("Enter");
    await page.locator("app-run-bar button:focus").waitFor();
    await page.keyboard.press("Enter");
    await button("Resume").waitFor();
    release();
    await page
      .locator("app-run-bar .row")
      .getByText(/^\d+ of 100 photos · paused$/)
      .waitFor();
    await button("Resume").click();
    await progress("100 of 100 photos");
    await expect.poll(() => figure("top1").textContent()).toBe("100%100 of 100");
  });

  it("waits while the worker is gone, blames no photo, and goes on by itself", async () => {
    const release = holdCalls();
    await choose(await folderOf(MANY));
    await button("Evaluate").click();
    await page.locator("app-run-bar").getByText("0 of 100 photos").waitFor();
    // A second run would take the first one's time.
    expect(await button("Evaluate beside it").count()).toBe(0);
    await site.stopWorker();
    release();
    await page.getByText("waiting for the connection; goes on by itself").waitFor();
    await site.startWorker();
    await progress("100 of 100 photos");
    await expect.poll(() => figure("top1").textContent()).toBe("100%100 of 100");
    complaints.splice(0); // The browser's own words about calls that failed.
  });

  it("is not lost by a reload without a question, and Clear can be undone", async () => {
    await evaluate();
    await button("Clear").click();
    await page.getByText("The photos and their results were cleared.").waitFor();
    expect(await page.locator("app-run-bar").count()).toBe(0);
    await button("Undo").click();
    await expect.poll(() => figure("top1").textContent()).toBe("50%3 of 6");
    const asked = page.waitForEvent("dialog");
    await page.evaluate(() => setTimeout(() => location.reload()));
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
    expect(await figure("top1").textContent()).toBe("50%3 of 6");
  });

  it("is laid beside one of another method, which McNemar's test compares", async () => {
    await evaluate();
    await page.getByRole("textbox", { name: "Method" }).fill("classify_top1");
    await page.getByRole("textbox", { name: "Method" }).press("Tab");
    await button("Evaluate beside it").click();
    await expect.poll(() => figure("top1", 1).textContent()).toBe("50%3 of 6");
    expect(await figure("top5", 1).textContent()).toBe("–answers have 1, not five labels");
    const comparison = page.locator("app-comparison-view");
    await comparison.getByText("They agree on 5 of 5 photos that both have answered (100%).").waitFor();
    await comparison.getByText("exact binomial McNemar test: p = 1").waitFor();
    await button("resnet50.classify_top1").click();
    expect(await button("resnet50.classify_top1").getAttribute("aria-pressed")).toBe("true");
    await button("Remove this run").click();
    expect(await page.locator("app-run-bar").count()).toBe(1);
  });
});

describe("the page", () => {
  it("has no findings of axe, light and dark, empty and with results", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await open({ colorScheme });
      expect(await axeFindings(page)).toEqual([]);
      await evaluate();
      await page.locator("app-judged-photos.mistakes li").first().scrollIntoViewIfNeeded();
      await page.locator("app-judged-photos.mistakes li canvas").first().waitFor();
      await button("Evaluate beside it").click();
      await page.getByText("exact binomial McNemar test: p = 1").waitFor();
      await page.locator("app-run-bar .row").nth(1).getByText("6 of 6 photos").waitFor();
      await button(/called no answer/).click();
      expect(await axeFindings(page)).toEqual([]);
    }
  });

  it("is there in Chinese, and fits a phone", async () => {
    await open({ locale: "zh-CN", viewport: { width: 360, height: 740 } });
    await choose(await folderOf(SOME));
    await button("开始评估").click();
    await page.getByText("6 / 6 张图片").first().waitFor();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
  });
});
