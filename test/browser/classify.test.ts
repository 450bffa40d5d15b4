/** The page Classify as a person uses it: the real page, proxy, worker, weights and photos. */

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, CDPSession, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { skipWithoutEnvoy } from "../setup/envoy.ts";
import { axeFindings } from "./axe.ts";
import { complaintsOf, launchBrowser } from "./browser.ts";
import { type RunningCommand, startCommand } from "./command.ts";
import { inEveryFormat, largePhoto } from "./pictures-made.ts";

const SAMPLES = "dist/app/samples";

let browser: Browser;
let command: RunningCommand;
beforeAll(async () => {
  browser = await launchBrowser(["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]);
  command = await startCommand(["--proxy", skipWithoutEnvoy ? "bridge" : "envoy"]);
});
afterAll(async () => {
  await browser?.close();
  await command?.stop();
});

let context: BrowserContext;
let page: Page;
let devTools: CDPSession | undefined;
let complaints: string[];
beforeEach(() => open());
afterEach(async () => {
  // Also what a strict Content-Security-Policy forbids would be told here.
  expect(complaints).toEqual([]);
  await context.close();
});

async function open(options: Parameters<Browser["newContext"]>[0] = {}): Promise<void> {
  await context?.close();
  context = await browser.newContext({ locale: "en-US", ...options });
  page = await context.newPage();
  devTools = undefined;
  page.setDefaultTimeout(20_000);
  complaints = complaintsOf(page);
  await page.goto(command.url);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

const card = (name: string) => page.getByRole("article", { name, exact: true });
const cards = () => page.getByRole("article");
const counts = (text: string | RegExp) => page.locator("app-queue-bar").getByText(text).first().waitFor();
const state = (name: string) => card(name).getAttribute("data-state");
const labelOf = (name: string) => card(name).getByRole("heading").textContent();
const choose = (files: Parameters<ReturnType<Page["locator"]>["setInputFiles"]>[0]) =>
  page.locator("input#files").setInputFiles(files);
const samplePaths = (...names: string[]) => names.map((name) => join(SAMPLES, `${name}.jpg`));
const button = (name: string | RegExp) => page.getByRole("button", { name });
/** What axe finds from the page's top on: else what a bar that sticks half covers would count as too small. */
const findings = async () => {
  await page.evaluate(() => scrollTo(0, 0));
  return axeFindings(page);
};
/** Accessible name of what has the focus. */
const focused = () =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute("aria-label");
  });

/** Makes the network slow enough that what happens on the way can be seen. */
async function slowUploads(bytesPerSecond: number): Promise<void> {
  // Kept: another session could not lift the limit of the first.
  if (!devTools) {
    devTools = await context.newCDPSession(page);
    await devTools.send("Network.enable");
  }
  await devTools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesPerSecond,
  });
}

/** A folder with two photos, one of them further down, and a text. */
async function photoFolder(): Promise<string> {
  const folder = join(await mkdtemp(join(tmpdir(), "photos-")), "holiday");
  mkdirSync(join(folder, "inner"), { recursive: true });
  copyFileSync(join(SAMPLES, "panda.jpg"), join(folder, "panda.jpg"));
  copyFileSync(join(SAMPLES, "dome.jpg"), join(folder, "inner/dome.jpg"));
  writeFileSync(join(folder, "notes.txt"), "no photo");
  return folder;
}

describe("ways in", () => {
  it("every format that browser or server decodes comes out as what it shows, phone photos upright", async () => {
    const files = await inEveryFormat();
    await choose(files);
    await counts("8 photos · 8 done");
    for (const { name } of files) expect([name, await labelOf(name)]).toEqual([name, "giant panda"]);
  });

  it("a dropped folder gives the pictures in it, however deep", async () => {
    const session = await context.newCDPSession(page);
    const data = { items: [], files: [await photoFolder()], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      await session.send("Input.dispatchDragEvent", { type, x: 300, y: 400, data });
    }
    await counts("2 photos · 2 done");
    expect(await labelOf("holiday/inner/dome.jpg")).toBe("dome");
  });

  it("a chosen folder does too, and one without pictures says so", async () => {
    const folder = await photoFolder();
    await page.locator("input#folder").setInputFiles(folder);
    await counts("2 photos · 2 done");
    const empty = await mkdtemp(join(tmpdir(), "empty-"));
    writeFileSync(join(empty, "notes.txt"), "no photo");
    await page.locator("input#folder").setInputFiles(empty);
    await page.getByText(/notes\.txt is not a photo and was left out\./).waitFor();
    await page.locator("input#folder").setInputFiles(await mkdtemp(join(tmpdir(), "empty-")));
    await page.getByText("There are no pictures in this folder.").waitFor();
  });

  it("the camera takes one photo after another, and tells in its own window what is on each", async () => {
    await button("Camera").click();
    const dialog = page.getByRole("dialog", { name: "Camera" });
    await dialog
      .locator("video")
      .evaluate(
        (video: HTMLVideoElement) =>
          video.readyState >= 2 || new Promise((done) => video.addEventListener("loadeddata", done)),
      );
    for (const taken of [1, 2]) {
      await dialog.getByRole("button", { name: "Take a photo" }).click();
      await dialog.getByText(`${taken} taken`).waitFor();
      await dialog.locator("[role=status] strong", { hasText: /\w+ \d+\.\d%/ }).waitFor();
    }
    expect(await findings()).toEqual([]);
    await dialog.getByRole("button", { name: "Close" }).click();
    await counts("2 photos · 2 done");
  });

  it("a device without a camera says so, and what to do", async () => {
    await page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", "NotFoundError"));
    });
    await button("Camera").click();
    await page.getByText("There is no camera on this device.").waitFor();
    await page.getByText(/Connect one, or choose photos/).waitFor();
    expect(await findings()).toEqual([]);
  });

  it("a picture is pasted by a button too", async () => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.evaluate(async () => {
      const bitmap = await createImageBitmap(await (await fetch("samples/panda.jpg")).blob());
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      canvas.getContext("2d")!.drawImage(bitmap, 0, 0);
      await navigator.clipboard.write([new ClipboardItem({ "image/png": await canvas.convertToBlob() })]);
    });
    await button("Paste").click();
    await counts("1 photo · 1 done");
    const pasted = page.getByRole("article", { name: /^Pasted image \d\d:\d\d:\d\d\.png$/ });
    expect(await pasted.getByRole("heading").textContent()).toBe("giant panda");
  });

  it("photos are made smaller before they go when that is wished, and the bytes saved are told", async () => {
    await page.getByRole("checkbox", { name: /Shrink before upload/ }).check();
    await choose([await largePhoto()]);
    await counts("1 photo · 1 done");
    await page.getByText(/saved [\d.]+ MB/).waitFor();
    await button("Enlarge large.jpg").click();
    const sent = await page.getByRole("dialog").getByRole("region").innerText();
    expect(sent).toMatch(/Sent\s+\d+ KB/);
    expect(await labelOf("large.jpg")).toBe("giant panda");
  });
});

describe("on the way", () => {
  it("each photo says how much of it has left, the bar how many there are, and all of it can be stopped", async () => {
    await slowUploads(60_000);
    await choose(samplePaths("panda", "dome", "swing", "alps"));
    await card("panda.jpg")
      .getByText(/Uploading \d+ %/)
      .waitFor();
    await counts("4 photos · 0 done");
    await button("Cancel").click();
    await counts(/4 cancelled/);
    expect(await state("panda.jpg")).toBe("cancelled");
    await slowUploads(-1);
    await button("Try again: dome.jpg").click();
    await counts(/1 done · 3 cancelled/);
    await button("Try 3 again").click();
    await counts("4 photos · 4 done");
  });

  it("a pause lets what is under way end, and no more", async () => {
    await page.evaluate(() =>
      localStorage.setItem("settings", JSON.stringify({ batchCount: 1, concurrency: 1 })),
    );
    await page.reload();
    await slowUploads(20_000);
    await choose(samplePaths("panda", "dome", "swing"));
    await card("panda.jpg")
      .getByText(/Uploading/)
      .waitFor();
    await button("Pause").click();
    await slowUploads(-1);
    await counts(/1 done · paused/);
    expect(await state("dome.jpg")).toBe("waiting");
    await button("Resume").click();
    await counts("3 photos · 3 done");
  });

  it("a photo that has the focus keeps it when its state takes it to another place", async () => {
    await slowUploads(20_000);
    await choose(samplePaths("panda", "dome"));
    await page.getByRole("combobox", { name: "Group" }).selectOption("state");
    await page.getByRole("region", { name: "Done" }).waitFor({ state: "detached" });
    await button("Enlarge dome.jpg").focus();
    await slowUploads(-1);
    await page.getByRole("region", { name: "Done" }).waitFor();
    await expect.poll(focused).toBe("Enlarge dome.jpg");
    await page.keyboard.press("ArrowLeft");
    await expect.poll(focused).toBe("Enlarge panda.jpg");
  });

  it("a lost connection loses nothing: what is done stays, the rest goes on by itself", async () => {
    await choose(samplePaths("panda"));
    await counts("1 photo · 1 done");
    await context.setOffline(true);
    await choose(samplePaths("dome", "swing"));
    await counts(/waiting for the connection/);
    expect(await state("panda.jpg")).toBe("done");
    expect(await state("dome.jpg")).toBe("waiting");
    await context.setOffline(false);
    await counts("3 photos · 3 done");
    // The browser tells of each call and look that found no network.
    complaints = complaints.filter((text) => !text.includes("net::ERR_INTERNET_DISCONNECTED"));
  });
});

describe("results", () => {
  beforeEach(async () => {
    await button("All 8").click();
    await counts("8 photos · 8 done");
  });

  it("are searched, filtered, grouped and sorted", async () => {
    const search = page.getByRole("searchbox", { name: "Search labels and names" });
    await search.fill("panda");
    await expect.poll(() => cards().count()).toBe(1);
    await search.fill("nothing of that name");
    await page.getByText("No photo matches.").waitFor();
    await button("Show all photos").click();
    await expect.poll(() => cards().count()).toBeGreaterThan(1);
    await page.getByRole("combobox", { name: "Group" }).selectOption("label");
    await page.getByRole("region", { name: "giant panda" }).waitFor();
    await page.getByRole("combobox", { name: "Group" }).selectOption("none");
    await page.getByRole("combobox", { name: "Sort" }).selectOption("name");
    await expect.poll(() => cards().first().getAttribute("aria-label")).toBe("alps.jpg");
    const show = page.getByRole("combobox", { name: "Show" });
    await show.selectOption("failed");
    await page.getByText("No photo matches.").waitFor();
    await button("Show all photos").click();
    await expect.poll(() => show.inputValue()).toBe("all");
  });

  it("stand below their pictures, also after a photo was out of sight", async () => {
    /** How much the picture's pixels differ among each other; an empty one's do not. */
    const drawn = async () => {
      const { channels } = await sharp(await card("panda.jpg").locator("canvas").screenshot()).stats();
      return Math.max(...channels.map(({ stdev }) => stdev));
    };
    expect(await drawn()).toBeGreaterThan(20);
    const search = page.getByRole("searchbox");
    await search.fill("dome");
    await card("panda.jpg").waitFor({ state: "detached" });
    await search.fill("");
    await card("panda.jpg").waitFor();
    expect(await drawn()).toBeGreaterThan(20);
  });

  it("are taken along as CSV and JSON, and one by one", async () => {
    const saved = async (name: string) => {
      const [download] = await Promise.all([page.waitForEvent("download"), button(name).click()]);
      return readFileSync(await download.path(), "utf8");
    };
    const csv = await saved("Download as CSV");
    expect(csv.split("\r\n")).toHaveLength(10);
    expect(csv).toContain("\r\nswing.jpg,done,swing,0.9");
    const json = JSON.parse(await saved("Download as JSON"));
    expect(json[0]).toMatchObject({
      file: "panda.jpg",
      state: "done",
      labels: { length: 5 },
      photosInCall: 8,
    });
    expect(json[0].totalMs).toBeGreaterThanOrEqual(json[0].serverMs);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const copied = page.getByText("Copied", { exact: true });
    await Promise.all([copied.waitFor(), button("Copy the result of dome.jpg").click()]);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^dome\.jpg\n0\.\d+\tdome\n/);
  });

  it("have five meters with the server's figures", async () => {
    const meters = card("panda.jpg").getByRole("meter");
    expect(await meters.count()).toBe(5);
    expect(await meters.first().getAttribute("aria-label")).toBe("giant panda");
    const text = await meters.first().getAttribute("aria-valuetext");
    expect(text).toMatch(/^\d\d\.\d%$/);
    const now = Number(await meters.first().getAttribute("aria-valuenow"));
    expect(Math.abs(now * 100 - Number.parseFloat(text!))).toBeLessThan(1);
  });

  it("are enlarged, turned over and taken away with the keyboard alone", async () => {
    await button("Enlarge panda.jpg").focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(focused).toBe("Enlarge strawberries.jpg");
    await page.keyboard.press("End");
    await expect.poll(focused).toBe("Enlarge envelopes.jpg");
    await page.keyboard.press("Home");
    await expect.poll(focused).toBe("Enlarge panda.jpg");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "panda.jpg" });
    await dialog.getByText("Upload").waitFor();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("dialog", { name: "strawberries.jpg" }).getByText("2 of 8").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(focused).toBe("Enlarge strawberries.jpg");
    await page.keyboard.press("Delete");
    await expect.poll(focused).toBe("Enlarge swing.jpg");
    await counts("7 photos · 7 done");
  });

  it("keep the focus while they are scrolled by, group by group", async () => {
    await page.getByRole("combobox", { name: "Group" }).selectOption("label");
    await page.getByRole("region", { name: "giant panda" }).waitFor();
    const [first, last] = await Promise.all(
      [cards().first(), cards().last()].map((one) => one.getAttribute("aria-label")),
    );
    await button(`Enlarge ${last}`).focus();
    const lost = page.evaluate(
      () => new Promise((resolve) => document.addEventListener("focusout", () => resolve("lost"))),
    );
    // Of the groups in the page this one alone stays, once as the first of them and once as the last.
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await card(first!).waitFor({ state: "detached" });
    await page.evaluate(() => scrollTo(0, 0));
    await card(first!).waitFor();
    expect(await focused()).toBe(`Enlarge ${last}`);
    expect(await Promise.race([lost, "kept"])).toBe("kept");
  });

  it("are the code of one's own page, for the present settings", async () => {
    await button("Use it in your code").click();
    const dialog = page.getByRole("dialog", { name: "Use it in your code" });
    expect(await dialog.getByRole("tabpanel").innerText()).toContain(
      `new Client<Input, Output>("${command.url.replace(/\/$/, "")}"`,
    );
    await dialog.getByRole("tab", { name: "TypeScript" }).press("ArrowRight");
    expect(await dialog.getByRole("tabpanel", { name: "React" }).innerText()).toContain('from "react"');
    await dialog.getByRole("tab", { name: "React" }).press("ArrowRight");
    expect(await dialog.getByRole("tabpanel", { name: "Python" }).innerText()).toContain(
      "mindspore_serving.client",
    );
    await dialog.getByRole("tab", { name: "HTML" }).click();
    expect(await dialog.getByRole("tabpanel").innerText()).toContain("<serving-classifier");
    expect(await findings()).toEqual([]);
  });
});

it("names and labels are never markup", async () => {
  const name = "<img src=x onerror=document.title='evil'>.jpg";
  await choose([{ name, mimeType: "image/jpeg", buffer: readFileSync(join(SAMPLES, "panda.jpg")) }]);
  await counts("1 photo · 1 done");
  await button(`Enlarge ${name}`).click();
  await page.getByRole("dialog", { name }).waitFor();
  expect(await page.title()).not.toContain("evil");
});

it("in Chinese, labels have their Chinese names beside the English ones", async () => {
  await open({ locale: "zh-CN" });
  await page.getByRole("button", { name: /大熊猫/ }).click();
  await counts("共 1 张 · 完成 1 张");
  await card("panda.jpg").getByRole("heading", { name: "大熊猫" }).waitFor();
  expect(await labelOf("panda.jpg")).toBe("大熊猫giant panda");
  await page.getByRole("searchbox").fill("熊猫");
  await expect.poll(() => cards().count()).toBe(1);
});

it("of a thousand photos only those in sight exist, and the last is a key away", async () => {
  await page.evaluate(async () => {
    const photo = await (await fetch("samples/alps.jpg")).blob();
    const dataTransfer = new DataTransfer();
    for (let i = 0; i < 1000; i++)
      dataTransfer.items.add(new File([photo], `${i}.jpg`, { type: photo.type }));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await counts(/^1000 photos/);
  await button("Pause").click();
  await button("Enlarge 0.jpg").focus();
  await page.keyboard.press("End");
  await card("999.jpg").waitFor();
  expect(await cards().count()).toBeLessThan(60);
  expect(await card("500.jpg").count()).toBe(0);
});

describe("axe finds nothing", () => {
  it.each([
    { width: 1440, locale: "en-US", colorScheme: "light" },
    { width: 390, locale: "zh-CN", colorScheme: "dark" },
  ] as const)("at $width px, $locale, $colorScheme", async ({ width, locale, colorScheme }) => {
    await open({ locale, colorScheme, viewport: { width, height: 900 } });
    expect(await findings()).toEqual([]);
    const bad = { name: "bad.jpg", mimeType: "image/jpeg", buffer: Buffer.of(1) };
    const good = samplePaths("panda", "dome").map((path, i) => ({
      ...bad,
      name: `${i}.jpg`,
      buffer: readFileSync(path),
    }));
    await choose([...good, bad]);
    await counts(/2 done · 1 failed|完成 2 张 · 失败 1 张/);
    expect(await findings()).toEqual([]);
    await page.getByRole("combobox").nth(2).selectOption("state");
    await page.getByRole("article").first().waitFor();
    expect(await findings()).toEqual([]);
    await page.getByRole("article").getByRole("button").first().click();
    await page.getByRole("dialog").waitFor();
    expect(await findings()).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("searchbox").fill("zzz");
    await page.getByText(/No photo matches|没有符合条件/).waitFor();
    expect(await findings()).toEqual([]);
  });
});
