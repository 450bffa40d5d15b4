/** Pages that the browser translates: what changes there is seen, in app and elements, in a real Chromium. */

import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { fakeClassifier } from "../demo-serving/fake-classifier.ts";
import { openPage, type Site, startSite } from "../elements/site.ts";
import { launchBrowser, newPage } from "./browser.ts";
import { translate } from "./translator.ts";

let browser: Browser;
let site: Site;
let page: Page;
/** A renderer that has lost its nodes throws. */
let thrown: Error[];
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startSite(fakeClassifier());
});
afterEach(async () => {
  await page.close();
  expect(thrown).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function openApp(hash: string) {
  page = await newPage(browser);
  watchErrors();
  await page.goto(`${site.url}/${hash}`);
}

async function openElement(markup: string) {
  ({ page } = await openPage(browser, site, markup));
  watchErrors();
}

function watchErrors() {
  thrown = [];
  page.on("pageerror", (error) => thrown.push(error));
}

/** There, and nowhere in its former words. */
async function expectInPlaceOf(text: string | RegExp, former: string) {
  await page.getByText(text).first().waitFor();
  await expect.poll(() => page.getByText(`«${former}»`).locator("visible=true").count()).toBe(0);
}

const photos = (...names: string[]) =>
  names.map((name) => ({ name: `${name}.jpg`, mimeType: "image/jpeg", buffer: Buffer.from(name) }));

it("Classify counts on: photos, states, labels and figures", async () => {
  await openApp("#/");
  const files = page.locator("input#files");
  await files.setInputFiles(photos("ox"));
  await page.getByText("1 photo · 1 done").first().waitFor();
  await translate(page);
  await page.getByText("«1 photo · 1 done»").first().waitFor();
  await files.setInputFiles(photos("cow", "bad"));
  await expectInPlaceOf("«3 photos · 2 done · 1 failed»", "1 photo · 1 done");
  await page.getByRole("article").getByText("«cow»").first().waitFor();
});

it("Add tells how many are done, and of another run what it gave", async () => {
  await openApp("#/add");
  const run = () => page.locator("button.run").click();
  const dtype = page
    .getByRole("region", { name: "Instance 2" })
    .getByRole("combobox", { name: "dtype of x2" });
  await run();
  await page.getByText("3 of 3 instances done").waitFor();
  await translate(page);
  await page.getByText("«3 of 3 instances done»").waitFor();
  await dtype.selectOption("int32");
  await run();
  await expectInPlaceOf("«2 of 3 instances done»", "3 of 3 instances done");
});

it("the playground tells of each run's faults and answers", async () => {
  await openApp("#/playground");
  const values = page.getByLabel("values of x1", { exact: true });
  await values.fill("1,,3");
  const run = () => page.locator("button.run").click();
  await run();
  await page.getByText("Element 2: empty").waitFor();
  await translate(page);
  await values.fill("x");
  await run();
  await expectInPlaceOf("«Element 1: “x” is not a number»", "Element 2: empty: give a number");
  await values.fill("[[7, 1], [1, 1]]");
  await run();
  const output = (sum: string) => `«array([[${sum}, 2.],\n       [2., 2.]], dtype=float32)»`;
  const printed = () => page.locator("app-output-view pre").textContent();
  await expect.poll(printed).toBe(output("8."));
  await page.getByText(/«Answered in \d+ ms»/).waitFor();
  await values.fill("[[8, 1], [1, 1]]");
  await run();
  await expect.poll(printed).toBe(output("9."));
});

it("serving-method goes from state to state, with its faults and outputs", async () => {
  await openElement(
    `<serving-method servable="add" method="add_common" inputs='[{"name": "x1", "value": [[1, 1], [1, 1]]}, {"name": "x2", "value": [[1, 1], [1, 1]]}]'></serving-method>`,
  );
  await translate(page);
  await page.getByText("«Not run yet»").waitFor();
  const run = () => page.locator("button.primary").click();
  await run();
  await expectInPlaceOf("«Done»", "Not run yet");
  await page.locator("#value-0").fill("1");
  await run();
  await expectInPlaceOf("«Failed»", "Done");
});

it("serving-classifier shows the next photo's label in place of the last one's", async () => {
  await openElement("<serving-classifier></serving-classifier>");
  await page.locator("input[type=file]").setInputFiles(photos("ox"));
  await page.getByText("ox", { exact: true }).first().waitFor();
  await translate(page);
  await page.locator("input[type=file]").setInputFiles(photos("cow"));
  await expectInPlaceOf("«cow»", "ox");
});
