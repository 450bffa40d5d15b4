/** The page Classify and `<serving-classifier>` with models of somebody else's, in a real Chromium. */

import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openPage, sample, toldOf } from "../elements/site.ts";
import { type AppServer, startApp } from "./app-server.ts";
import { complaintsOf, launchBrowser, newPage } from "./browser.ts";
import { flowers } from "./own-classifier.ts";

let browser: Browser;
let app: AppServer;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  browser = await launchBrowser();
  app = await startApp({ servables: [flowers] });
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.close();
});

/** The app as somebody has set it. */
async function openApp(settings: Record<string, unknown>) {
  page = await newPage(browser);
  complaints = complaintsOf(page);
  await page.goto(app.url);
  await page.evaluate((settings) => localStorage.setItem("settings", JSON.stringify(settings)), settings);
  await page.reload();
}

async function openElement(attributes: string) {
  ({ page, complaints } = await openPage(
    browser,
    app,
    `<serving-classifier servable="flowers" multiple ${attributes}></serving-classifier>`,
  ));
}

const give = () =>
  page
    .locator("input[type=file]")
    .first()
    .setInputFiles([sample("panda.jpg")]);
const card = () => page.getByRole("article", { name: "panda.jpg" });

/** Names and values of outputs, as a card shows them. */
const outputs = () =>
  card()
    .locator(".outputs > *")
    .allTextContents()
    .then((texts) => texts.map((text) => text.trim()));

const PREDICTED = [
  "class_id",
  "388",
  "probability",
  "array([0.75, 0.25], dtype=float32)",
  "info",
  '{"name": "giant panda"}',
];

describe("the app", () => {
  it("learns the method's only input, and shows an answer without labels as it came", async () => {
    await openApp({ servable: "flowers", method: "predict" });
    await page.getByText("Each photo goes to flowers.predict as its input picture;").waitFor();
    await give();
    await card().getByText("Done").waitFor();
    expect(await outputs()).toEqual(PREDICTED);
    await page.getByText("Without an output named label, answers are shown as they came.").waitFor();
    await page.getByRole("button", { name: "Enlarge panda.jpg" }).click();
    const dialog = page.getByRole("dialog", { name: "panda.jpg" });
    await dialog.getByRole("region", { name: "class_id" }).getByText("388").waitFor();
    await dialog.getByRole("region", { name: "info" }).getByText('{"name": "giant panda"}').waitFor();
    await dialog.getByRole("button", { name: "Copy for numpy" }).first().waitFor();
  });

  it("shows whole numbers named label as the labels that they are", async () => {
    await openApp({ servable: "flowers", method: "classes" });
    await give();
    await card().getByRole("heading", { name: "388" }).waitFor();
    expect(await card().locator(".figure").allTextContents()).toEqual(["75.0%", "25.0%"]);
    expect(await page.getByText("Without an output named label").count()).toBe(0);
  });

  it("says before a photo is given which input takes it and which is missing", async () => {
    await openApp({ servable: "flowers", method: "segment" });
    await page
      .getByText("flowers.segment takes more than a photo: the photo goes to image, and mask is missing.")
      .waitFor();
    await page.getByRole("link", { name: "Open the playground" }).click();
    await page.getByRole("textbox", { name: "values of mask" }).waitFor();
  });

  it("says when the method has no input of the name that is set, until the setting is another one", async () => {
    await openApp({ servable: "flowers", method: "predict", input: "photo" });
    const trouble = page.getByText("flowers.predict has no input photo, but picture:");
    await trouble.waitFor();
    await page.getByRole("button", { name: "Settings" }).click();
    const field = page.getByRole("textbox", { name: "Input for the photo" });
    expect(await field.inputValue()).toBe("photo");
    await field.fill("picture");
    await page.getByRole("button", { name: "Close" }).click();
    await trouble.waitFor({ state: "detached" });
    await page.reload();
    await page.getByText("as its input picture").waitFor();
    await give();
    await card().getByText("Done").waitFor();
  });

  it("tells the demo's model only where that is called", async () => {
    await openApp({ servable: "flowers", method: "predict" });
    const facts = { demo: true, model: "EfficientNet-B0", release: "1.5", real: false };
    await page.route("**/demo.json", (route) => route.fulfill({ json: facts }));
    await page.reload();
    await page.getByText("Demo (release 1.5).", { exact: true }).waitFor();
    await page.evaluate(() => localStorage.clear());
    await page.reload();
    await page
      .getByText("Demo (release 1.5): resnet50 runs EfficientNet-B0 weights (ImageNet-1k).")
      .waitFor();
  });
});

describe("the element", () => {
  it("learns the method's only input where its own is empty, and shows an answer as it came", async () => {
    await openElement('method="predict" input=""');
    await give();
    await card().getByText("Done").waitFor();
    expect(await outputs()).toEqual(PREDICTED);
    await page.getByText("Without an output named label, answers are shown as they came.").waitFor();
    expect(await toldOf(page, "serving-result")).toMatchObject([
      { detail: { file: "panda.jpg", labels: [], outputs: { class_id: expect.anything() } } },
    ]);
    await page.getByRole("status").getByText("panda.jpg: class_id = 388, probability = array").waitFor();
  });

  it("shows whole numbers named label as the labels that they are", async () => {
    await openElement('method="classes" input="picture"');
    await give();
    await expect.poll(() => card().locator(".best").textContent()).toBe("388");
    expect(await page.getByText("Without an output named label").count()).toBe(0);
  });
});
