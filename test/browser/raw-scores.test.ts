/** Scores of a servable without softmax, in the app and in the element, in a real Chromium. */

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { answeringClassifier } from "../demo-serving/fake-classifier.ts";
import { openPage, type Site, sample, startSite } from "../elements/site.ts";
import { launchBrowser, newPage } from "./browser.ts";

/** Each within 0 to 1, and together far above. */
const SCORES = [0.99992, 0.80852, 0.73437, 0.56487, 0.16074];
const FIGURES = ["0.9999", "0.8085", "0.7344", "0.5649", "0.1607"];

const classifier = answeringClassifier(() => ({
  labels: SCORES.map((_, i) => `label ${i}`),
  scores: Float32Array.from(SCORES),
}));

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

it("the app shows scores that can be no probabilities as the server's figures, not as percents", async () => {
  const page = await newPage(browser);
  await page.goto(site.url);
  await page.locator("input#files").setInputFiles([sample("panda.jpg")]);
  const meters = page.getByRole("article").getByRole("meter");
  await meters.first().waitFor();
  expect(await meters.evaluateAll((all) => all.map((meter) => meter.getAttribute("aria-valuetext")))).toEqual(
    FIGURES,
  );
  expect(await page.getByRole("article").locator(".figure").allTextContents()).toEqual(FIGURES);
  await page.getByRole("button", { name: "Enlarge panda.jpg" }).click();
  expect(await page.getByRole("dialog").locator(".figure").allTextContents()).toEqual(FIGURES);
  await page.close();
});

it("the element does so too, also where it shows the best one alone", async () => {
  const { page } = await openPage(browser, site, `<serving-classifier></serving-classifier>`);
  const figures = () => page.locator("[part=figure]").allTextContents();
  await page.locator("input[type=file]").setInputFiles([sample("panda.jpg")]);
  await expect.poll(figures).toEqual(FIGURES);
  await page.locator("serving-classifier").evaluate((element) => element.setAttribute("top", "1"));
  await expect.poll(figures).toEqual(FIGURES.slice(0, 1));
  await page.close();
});
