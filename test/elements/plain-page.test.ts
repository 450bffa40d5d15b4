/** `/elements.html`: plain HTML and one module, as `npm start` serves it, in Chromium and in Firefox. */

import type { Browser } from "playwright-core";
import puppeteer from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { complaintsOf, launchBrowser, newPage } from "../browser/browser.ts";
import { type RunningCommand, startCommand } from "../browser/command.ts";
import { firefoxPath } from "../browser/realm.ts";

let command: RunningCommand;
let browser: Browser;
beforeAll(async () => {
  command = await startCommand(["--proxy", "bridge"]);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await command?.stop();
});

it.each([
  ["en-US", "Take a sample", "Run", "Done"],
  ["zh-CN", "用一张示例图片", "运行", "完成"],
])("works in Chromium without a word in the console: %s", async (locale, sample, run, done) => {
  const page = await newPage(browser, locale);
  const complaints = complaintsOf(page);
  const scripts: string[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(new URL(response.url()).pathname);
  });
  await page.goto(`${command.url}/elements.html`);
  await page.getByRole("button", { name: sample }).click();
  await page.locator("[part=best-label]", { hasText: "giant panda" }).waitFor();
  const form = page.locator("serving-method").first();
  await form.getByRole("button", { name: run }).click();
  await form.getByText(done, { exact: true }).waitFor();
  await form.getByText("y = array([[3., 3.],").waitFor();
  await page.locator("serving-method").nth(1).getByRole("textbox", { name: "x2" }).waitFor();
  await page.getByText("serving-result · <serving-method> · y").waitFor();
  expect(complaints).toEqual([]);
  // The elements paint before the client library is there.
  const at = (pattern: RegExp) => scripts.findIndex((path) => pattern.test(path));
  expect(at(/^\/elements\.js$/)).toBeGreaterThanOrEqual(0);
  expect(at(/^\/assets\/client-[\w-]{8}\.js$/)).toBeGreaterThan(at(/^\/elements\.js$/));
  await page.close();
});

it.skipIf(!firefoxPath)("works in Firefox", async () => {
  const firefox = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefoxPath!,
    headless: true,
  });
  try {
    const page = await firefox.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(`${command.url}/elements.html`);
    await page.click("#sample");
    const text = (selector: string) =>
      page.evaluate(
        (selector) => document.querySelector(selector)!.shadowRoot!.textContent!.replace(/\s+/g, " "),
        selector,
      );
    await expect.poll(() => text("serving-classifier"), { timeout: 15_000 }).toContain("giant panda");
    await page.evaluate(() => document.querySelector("serving-method")!.run());
    expect(await text("serving-method")).toContain("y = array([[3., 3.], [3., 3.]], dtype=float32)");
    expect(complaints).toEqual([]);
  } finally {
    await firefox.close();
  }
});
