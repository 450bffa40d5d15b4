/** The dialogs of the page Classify: what they do when they close, and what is done in them. */

import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fakeClassifier } from "../demo-serving/fake-classifier.ts";
import { type Site, startSite } from "../elements/site.ts";
import { complaintsOf, launchBrowser, newPage } from "./browser.ts";

let browser: Browser;
let site: Site;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  browser = await launchBrowser();
  site = await startSite(fakeClassifier());
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  page = await newPage(browser);
  complaints = complaintsOf(page);
  await page.addInitScript(PAGE);
  await page.route("**/demo.json", (route) => route.fulfill({ json: { demo: false } }));
  await page.goto(site.url);
  await page.getByRole("heading", { level: 1 }).waitFor();
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.close();
});

declare global {
  /** Accessible name or text of what has the focus. */
  var focusedName: () => string;
  /** As over plain HTTP; what is copied by the old way is told in `copied`. */
  var withoutClipboard: () => void;
  var copied: string | undefined;
  /** Streams of the camera that were asked for, in order; `give` lets the browser's answer come. */
  var cameras: { give: () => Promise<void>; live: () => boolean }[];
  var fakeCameras: () => void;
}

const PAGE = `
  globalThis.focusedName = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute("aria-label") || at?.textContent.trim();
  };
  globalThis.withoutClipboard = () => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.addEventListener("copy", (event) => {
      globalThis.copied = event.composedPath()[0].value;
    });
  };
  globalThis.cameras = [];
  globalThis.fakeCameras = () => {
    navigator.mediaDevices.enumerateDevices = async () => [{ kind: "videoinput" }, { kind: "videoinput" }];
    navigator.mediaDevices.getUserMedia = () => {
      const { promise, resolve } = Promise.withResolvers();
      const stream = document.createElement("canvas").captureStream();
      cameras.push({ give: async () => resolve(stream), live: () => stream.getTracks()[0].readyState === "live" });
      return promise;
    };
  };
`;

const button = (name: string) => page.getByRole("button", { name, exact: true });
const dialog = (name: string) => page.getByRole("dialog", { name, exact: true });
const focused = () => page.evaluate(() => focusedName());

/** Photos as the stand-in model takes them, each named for what is in it. */
async function classify(...names: string[]) {
  const files = names.map((name) => ({
    name: `${name}.jpg`,
    mimeType: "image/jpeg",
    buffer: Buffer.from(name),
  }));
  await page.locator("input#files").setInputFiles(files);
  await page.locator("app-queue-bar").getByText(`${names.length} done`).first().waitFor();
}

describe("an enlarged photo", () => {
  beforeEach(() => classify("ox", "panda", "crane"));

  it("that is removed gives way to the next, the last one to the one before, the only one to the page", async () => {
    await button("Enlarge panda.jpg, JPG no preview").click();
    await dialog("panda.jpg").getByRole("button", { name: "Remove" }).click();
    await dialog("crane.jpg").getByText("2 of 2").waitFor();
    // A dialog that was closed says so some tasks later.
    await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done))));
    await dialog("crane.jpg").getByRole("button", { name: "Remove" }).click();
    await dialog("ox.jpg").getByText("1 of 1").waitFor();
    expect(await focused()).toBe("Remove");
    await dialog("ox.jpg").getByRole("button", { name: "Remove" }).click();
    await dialog("ox.jpg").waitFor({ state: "detached" });
    await expect.poll(focused).toBe("Choose photos");
  });

  it("is copied without the clipboard's own interface too, keeps the focus, and says so over the page", async () => {
    await page.evaluate(() => withoutClipboard());
    await button("Enlarge panda.jpg, JPG no preview").click();
    const copy = dialog("panda.jpg").getByRole("button", { name: "Copy" });
    // What lies behind the dialog could not be clicked.
    await Promise.all([page.getByText("Copied", { exact: true }).click({ trial: true }), copy.click()]);
    expect(await page.evaluate(() => copied)).toMatch(/^panda\.jpg\n/);
    expect(await focused()).toBe("Copy");
    await dialog("panda.jpg").getByRole("button", { name: "Close" }).click();
    await button("Copy the result of ox.jpg").click();
    expect(await page.evaluate(() => copied)).toMatch(/^ox\.jpg\n/);
    expect(await focused()).toBe("Copy the result of ox.jpg");
  });
});

describe('"Use it in your code"', () => {
  const code = () => dialog("Use it in your code");
  const open = () => button("Use it in your code").click();

  it("ends the element at work when it is closed: a paste is the page's again", async () => {
    await open();
    await code().getByRole("tab", { name: "HTML" }).click();
    await code().getByRole("button", { name: "Choose photos" }).waitFor();
    await code().getByRole("button", { name: "Close" }).click();
    await page.locator("serving-classifier").waitFor({ state: "detached" });
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File(["ox"], "pasted.jpg", { type: "image/jpeg" }));
      document.body.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await page.getByRole("article", { name: "pasted.jpg" }).waitFor();
  });

  it("is copied without the clipboard's own interface too; the next time nothing is copied yet", async () => {
    await page.evaluate(() => withoutClipboard());
    await open();
    await code().getByRole("tab", { name: "Python" }).click();
    await code().getByRole("button", { name: "Copy" }).click();
    await code().getByRole("button", { name: "Copied" }).waitFor();
    expect(await page.evaluate(() => copied)).toContain("mindspore_serving.client");
    expect(await focused()).toBe("Copied");
    await code().getByRole("button", { name: "Close" }).click();
    await open();
    await code().getByRole("button", { name: "Copy" }).waitFor();
    expect(await code().getByRole("tab", { name: "Python" }).getAttribute("aria-selected")).toBe("true");
  });
});

describe("the camera", () => {
  const live = () => page.evaluate(() => cameras.map((camera) => camera.live()));
  const give = (i: number) => page.evaluate((i) => cameras[i]!.give(), i);
  const asked = (count: number) => expect.poll(() => page.evaluate(() => cameras.length)).toBe(count);

  beforeEach(async () => {
    await page.evaluate(() => fakeCameras());
    await button("Camera").click();
    await asked(1);
  });

  it("that was chosen last is the only one on, in whatever order they come", async () => {
    await give(0);
    const other = dialog("Camera").getByRole("button", { name: "Other camera" });
    await other.click();
    await other.click();
    await asked(3);
    await give(2);
    await give(1);
    await expect.poll(live).toEqual([false, false, true]);
    await dialog("Camera").getByRole("button", { name: "Close" }).click();
    await expect.poll(live).toEqual([false, false, false]);
  });

  it("that was asked for before the dialog was closed and opened again is turned off", async () => {
    await dialog("Camera").getByRole("button", { name: "Close" }).click();
    await button("Camera").click();
    await asked(2);
    await give(0);
    await give(1);
    await expect.poll(live).toEqual([false, true]);
  });
});
