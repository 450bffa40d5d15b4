/** Pictures of every format, and what can't be one, through app and element to the real Serving. */

import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Served, serve } from "../../src/bridge/serve.ts";
import { launchBrowser, newPage } from "../browser/browser.ts";
import { halfPng, inEveryFormat } from "../browser/pictures-made.ts";
import { type Caller, caller, request } from "../demo-serving/predict-call.ts";
import { openPage } from "../elements/site.ts";
import recorded from "../model/mindspore-decodes.json";
import { fromBase64 } from "../setup/bytes.ts";
import { howToGetServing, servingAddress, skipWithoutServing } from "./serving.ts";

const SHOWN =
  /^Exception thrown from dataset pipeline\. … \S+image_utils\.cc\(362\)\. \(resnet50\.preprocess_eager, stage 1\)$/;
const HINT = /What to do: .*JPEG, PNG, BMP or TIFF.* Serving cut the middle of this text/;

describe.skipIf(skipWithoutServing)(`pictures and the real Serving${howToGetServing}`, () => {
  let browser: Browser;
  let served: Served;
  let client: Caller;
  beforeAll(async () => {
    browser = await launchBrowser();
    served = await serve({ port: 0, appDir: "dist/app", bridge: { worker: servingAddress, origins: [] } });
    client = caller(servingAddress);
  });
  afterAll(async () => {
    client?.close();
    await browser?.close();
    await served?.close();
  });

  const card = (page: Page, name: string) => page.getByRole("article", { name, exact: true });

  it("in every format that browser or server decodes come out of the app as what they show; a broken one says why not", async () => {
    const page = await newPage(browser);
    const [files, half] = await Promise.all([inEveryFormat(), halfPng()]);
    await page.goto(served.url);
    await page.locator("input#files").setInputFiles([...files, half]);
    for (const { name } of files) {
      const label = card(page, name).getByRole("heading");
      await label.waitFor();
      expect([name, await label.textContent()]).toEqual([name, "giant panda"]);
    }
    await card(page, half.name).getByText(SHOWN).waitFor();
    await card(page, half.name).getByText(HINT).waitFor();
    await page.close();
  });

  it("in every format come out of the element too, and so does why not", async () => {
    const markup = `<serving-classifier multiple accept=""></serving-classifier>`;
    const { page, complaints } = await openPage(browser, served, markup);
    const [files, half] = await Promise.all([inEveryFormat(), halfPng()]);
    await page.locator("input[type=file]").setInputFiles([...files, half]);
    for (const { name } of files) {
      const label = card(page, name).locator("[part=best-label]", { hasText: /./ });
      await label.waitFor();
      expect([name, await label.textContent()]).toEqual([name, "giant panda"]);
    }
    await card(page, half.name).getByText(SHOWN).waitFor();
    await card(page, half.name).getByText(HINT).waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("are decoded or refused by it as the recordings say that the demo worker is held to", async () => {
    for (const { name, base64, error } of recorded) {
      // What Decode of MindSpore 2.0.0 keeps of this one would spoil the next picture.
      if (name === "the head of a JPEG") continue;
      const asked = request("resnet50", "classify_top1", [{ image: fromBase64(base64) }]);
      const [refused] = (await client.predict(asked, [2])).errors;
      expect([name, refused === undefined]).toEqual([name, error === undefined]);
      // Of so long a text it sends the end.
      if (refused && error) expect(refused.cut!.end, name).toBe(error.slice(-192));
    }
  });
});
