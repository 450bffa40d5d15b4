/** Files among photos that are none, in the app and in `<serving-classifier>`: told at once, not counted, not sent. */

import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { complaintsOf, launchBrowser, newPage } from "./browser.ts";
import { PhotoSite } from "./photo-site.ts";

const panda = readFileSync("dist/app/samples/panda.jpg");

const file = (name: string, mimeType: string, content: string | Buffer) => ({
  name,
  mimeType,
  buffer: Buffer.from(content),
});

/** As a browser gives them: with a type by their names. */
const given = [
  file("notes.txt", "text/plain", "No photo."),
  file("panda.jpg", "image/jpeg", panda),
  file("data.json", "application/json", '{"photo": false}'),
  file("film.mp4", "video/mp4", "\0\0\0\x18ftypmp42\0\0\0\0mp42isom"),
  file("photo.txt", "text/plain", panda),
  file("paper.pdf", "application/pdf", "%PDF-1.7"),
  file("all.zip", "application/zip", "PK\x03\x04"),
  file("Thumbs.db", "", "\xd0\xcf\x11\xe0"),
];
const NAMES = "notes.txt, data.json, film.mp4, paper.pdf, all.zip and 1 more";

let browser: Browser;
let site: PhotoSite;
let page: Page;
let complaints: string[];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  site = await PhotoSite.start();
  site.photos.set("panda", panda);
  await open("en-US");
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.close();
  await site.close();
});

async function open(locale: string): Promise<void> {
  await page?.close();
  page = await newPage(browser, locale);
  complaints = complaintsOf(page);
}

const names = () => page.getByRole("article").evaluateAll((all) => all.map((one) => one.ariaLabel).sort());
const notes = () => page.locator(".given p").allTextContents();

/** In the page: drops these as a folder with all of them in it. */
const dropFolder = (files: readonly { name: string; type: string; bytes: number[] }[]) =>
  page.evaluate((files) => {
    const entries = files.map(({ name, type, bytes }) => ({
      isFile: true,
      isDirectory: false,
      name,
      fullPath: `/holiday/${name}`,
      file: (done: (file: File) => void) => done(new File([Uint8Array.from(bytes)], name, { type })),
    }));
    const parts = [entries, []];
    const folder = {
      isFile: false,
      isDirectory: true,
      createReader: () => ({ readEntries: (done: (part: object[]) => void) => done(parts.shift()!) }),
    };
    const data = { types: ["Files"], items: [{ kind: "file", webkitGetAsEntry: () => folder }], files: [] };
    const drop = new DragEvent("drop", { bubbles: true, cancelable: true, composed: true });
    Object.defineProperty(drop, "dataTransfer", { value: { ...data, getData: () => "" } });
    const element = document.querySelector("serving-classifier")?.shadowRoot?.querySelector(".zone");
    (element ?? document.body).dispatchEvent(drop);
  }, files);

for (const [where, address, input] of [
  ["the app", () => site.app, "input#files"],
  ["the element", () => site.elementPage, "input[type=file]"],
] as const) {
  describe(`in ${where}, files that are chosen with photos`, () => {
    it("and are none by their own bytes are told by name, and only photos are sent", async () => {
      await page.goto(address());
      await page.locator(input).setInputFiles(given);
      await page.getByText("6 files are not photos and were left out.").waitFor();
      expect(await notes()).toEqual(["6 files are not photos and were left out.", NAMES]);
      await page.getByText("2 photos · 2 done").first().waitFor();
      expect(await names()).toEqual(["panda.jpg", "photo.txt"]);
      expect(site.calls.flat()).toEqual(["panda", "panda"]);
    });

    it("and alone are told in Chinese too; the next that is given is told alone", async () => {
      await open("zh-CN");
      await page.goto(address());
      await page.evaluate(() => {
        document.documentElement.lang = "zh-CN";
      });
      await page.locator(input).setInputFiles(given.filter(({ name }) => !name.startsWith("p")));
      await page.getByText("5 个文件不是图片，已略过。").waitFor();
      await page.locator(input).setInputFiles(given[0]!);
      await page.getByText("notes.txt 不是图片，已略过。").waitFor();
      expect(await notes()).toHaveLength(1);
      await page.getByRole("button", { name: "知道了" }).click();
      expect(await notes()).toEqual([]);
      expect(site.calls).toEqual([]);
    });

    it("lie in a folder that is dropped, without what the system keeps there", async () => {
      await page.goto(address());
      await page
        .locator("serving-classifier .zone, app-drop-target div")
        .first()
        .waitFor({ state: "attached" });
      await dropFolder([
        { name: ".DS_Store", type: "", bytes: [0, 0, 0, 1] },
        { name: "Thumbs.db", type: "", bytes: [0xd0, 0xcf] },
        { name: "notes.txt", type: "text/plain", bytes: [65] },
        { name: "panda.jpg", type: "image/jpeg", bytes: [...panda] },
      ]);
      await page.getByText("holiday/notes.txt is not a photo and was left out.").waitFor();
      await page.getByText("1 photo · 1 done").first().waitFor();
      expect(site.calls.flat()).toEqual(["panda"]);
    });
  });
}

it("of a folder with a hundred photos the first is in sight when all are there", async () => {
  await page.goto(site.app);
  await page.locator("app-drop-target div").first().waitFor({ state: "attached" });
  const photo = { type: "image/png", bytes: [0] };
  await dropFolder(Array.from({ length: 100 }, (_, i) => ({ ...photo, name: `photo ${i}.png` })));
  await page
    .getByText(/^100 photos/)
    .first()
    .waitFor();
  await page.getByRole("article", { name: "holiday/photo 0.png" }).waitFor();
  expect(await page.evaluate(() => scrollY)).toBeLessThan(400);
});

it("the page of the element learns of each file that is no photo", async () => {
  await page.goto(site.elementPage);
  const told = page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const errors: string[] = [];
        document.addEventListener("serving-error", ({ detail }) => {
          errors.push(`${"file" in detail && detail.file.name}: ${detail.error.kind}`);
          if (errors.length === 2) done(errors);
        });
      }),
  );
  await page.locator("input[type=file]").setInputFiles([given[0]!, given[2]!]);
  expect(await told).toEqual(["notes.txt: file", "data.json: file"]);
});
