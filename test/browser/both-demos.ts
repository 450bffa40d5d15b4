/** Both demos as a person sees them, in a real Chromium: the same tests for each Serving and each proxy. */

import { writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { complaintsOf, launchBrowser, newPage } from "./browser.ts";
import type { RunningCommand } from "./command.ts";
import { halfPng } from "./pictures-made.ts";

/** What each sample shows, in the words of ImageNet; all of these are what a person would say too. */
const LABELS = {
  "panda.jpg": "giant panda",
  "strawberries.jpg": "strawberry",
  "swing.jpg": "swing",
  "alps.jpg": "alp",
  "dome.jpg": "dome",
  "cliffs.jpg": "cliff",
  "medusa.jpg": "shield",
  "envelopes.jpg": "envelope",
};

/** What a card says of a file that is no picture, and whether Serving cut its own words. */
interface Failure {
  text: RegExp;
  cut: boolean;
}

/** From release 1.5 on, whose words are MindSpore's. */
export const NO_PICTURE: Failure = {
  text: /^Exception thrown from dataset pipeline\. … \S+image_utils\.cc\(362\)\. \(resnet50\.preprocess_eager, stage 1\)$/,
  cut: true,
};

/** @param start runs `npm start` */
export function bothDemos(start: () => Promise<RunningCommand>, failure: Failure): void {
  let browser: Browser;
  let command: RunningCommand;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    browser = await launchBrowser();
    command = await start();
  });
  afterAll(async () => {
    await browser?.close();
    expect(await command?.stop(), command?.output()).toBe(0);
  });
  beforeEach(async () => {
    page = await newPage(browser);
    complaints = complaintsOf(page);
  });
  afterEach(async () => {
    // The page runs under a strict Content-Security-Policy: a violation would be told here.
    expect(complaints).toEqual([]);
    await page.close();
  });

  const card = (name: string) => page.getByRole("article", { name });
  const done = (locator: Locator) => locator.getByText(/Done$/).first().waitFor();

  describe("Classify", () => {
    beforeEach(() => page.goto(command.url));

    it("says what is on eight sample photos, with their scores", async () => {
      await page.getByRole("button", { name: "All 8" }).click();
      for (const [name, label] of Object.entries(LABELS)) {
        await done(card(name));
        expect(await card(name).getByRole("heading").textContent()).toBe(label);
        const scores = await card(name).getByRole("listitem").allInnerTexts();
        expect(scores).toHaveLength(5);
        const percents = scores.map((text) => Number(/([\d.]+)\s*%/.exec(text)![1]));
        expect(percents[0]).toBeGreaterThan(30);
        expect(percents).toEqual([...percents].sort((a, b) => b - a));
      }
    });

    it("one bad file costs only itself", async () => {
      const folder = await mkdtemp(join(tmpdir(), "photos-"));
      const half = join(folder, "half.png");
      writeFileSync(half, (await halfPng()).buffer);
      const photos = ["panda.jpg", "dome.jpg"].map((name) => join("dist/app/samples", name));
      await page.locator("#files").setInputFiles([photos[0]!, half, photos[1]!]);
      await done(card("panda.jpg"));
      await done(card("dome.jpg"));
      await card("half.png").getByText(failure.text).waitFor();
      const hint = card("half.png").getByText(/What to do: .*is the image complete/);
      expect((await hint.textContent())!.includes("Serving cut the middle of this text")).toBe(failure.cut);
    });

    it("takes photos that are dropped and pasted", async () => {
      await page.evaluate(async () => {
        const file = async (name: string) =>
          new File([await (await fetch(`/samples/${name}`)).blob()], name, { type: "image/jpeg" });
        const dropped = new DataTransfer();
        dropped.items.add(await file("panda.jpg"));
        dropped.items.add(await file("swing.jpg"));
        for (const type of ["dragenter", "dragover", "drop"]) {
          document.body.dispatchEvent(
            new DragEvent(type, { dataTransfer: dropped, bubbles: true, cancelable: true, composed: true }),
          );
        }
        const pasted = new DataTransfer();
        pasted.items.add(await file("dome.jpg"));
        document.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData: pasted, bubbles: true, cancelable: true }),
        );
      });
      for (const name of ["panda.jpg", "swing.jpg", "dome.jpg"]) await done(card(name));
    });
  });

  describe("Add", () => {
    const instance = (n: number) => page.getByRole("region", { name: `Instance ${n}` });
    const y = (n: number) => `y = array([[${n}., ${n}.], [${n}., ${n}.]], dtype=float32)`;
    const text = async (locator: Locator) => (await locator.textContent())!.replace(/\s+/g, " ");

    beforeEach(() => page.goto(`${command.url}/#/add`));

    it("adds the tutorial's three instances", async () => {
      await page.getByRole("button", { name: "Run", exact: true }).click();
      for (const n of [1, 2, 3]) {
        await done(instance(n));
        expect(await text(instance(n))).toContain(y(2 * n));
      }
    });

    it("add_common2 fails as a whole, with the server's own text and what to do", async () => {
      await page.getByRole("button", { name: /add_common2/ }).click();
      const failure = page.getByText("Request servable(add) method(add_common2) , method is not available");
      await failure.first().waitFor();
      expect(await failure.count()).toBe(1);
      await page.getByText(/Check the method's name/).waitFor();
    });

    it("int32 for one input of the second instance fails it alone", async () => {
      await instance(2).getByRole("combobox", { name: "dtype of x2" }).selectOption("int32");
      await page.getByRole("button", { name: "Run", exact: true }).click();
      await done(instance(1));
      await done(instance(3));
      expect(await text(instance(1))).toContain(y(2));
      expect(await text(instance(2))).toContain(
        "Given model input 1 data type kMSI_Int32 not match the data type kMSI_Float32 defined in model",
      );
      expect(await text(instance(3))).toContain(y(6));
    });

    it("takes edited numbers, and refuses what is none before anything is sent", async () => {
      const cell = instance(1).getByRole("textbox", { name: "x1, row 1, column 2" });
      await cell.fill("41.5");
      await page.getByRole("button", { name: "Run", exact: true }).click();
      await done(instance(1));
      expect(await text(instance(1))).toContain("y = array([[ 2. , 42.5], [ 2. , 2. ]], dtype=float32)");
      // The page's own look at the method is over, so that what is counted is the button's.
      await page.locator("app-status .opener").click();
      await page.locator('app-status li[data-rung="method"].good').waitFor();
      await page.keyboard.press("Escape");
      let calls = 0;
      page.on("request", (request) => {
        if (request.url().endsWith("/Predict")) calls++;
      });
      await cell.fill("many");
      await page.getByRole("button", { name: "Run", exact: true }).click();
      await expect.poll(() => cell.getAttribute("aria-invalid")).toBe("true");
      expect(calls).toBe(0);
    });
  });
}
