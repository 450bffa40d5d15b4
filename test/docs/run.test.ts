/** Every TypeScript block and every module script runs, against the bridge and the demo worker with its model, and prints what it shows. */

import { mkdirSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import process from "node:process";
import { format } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { renderPhoto } from "../../build/samples/photo.ts";
import { type Served, serve } from "../../src/bridge/serve.ts";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { type Classifier, loadClassifier } from "../../src/demo-serving/model/classifier.ts";
import { samples } from "../../src/samples/index.ts";
import { launchBrowser, newPage } from "../browser/browser.ts";
import { note } from "../setup/summary.ts";
import { buildPages } from "./pages.ts";
import { asShown, forHere, type Program, programs, writePrograms } from "./programs.ts";

/** Where programs find `photos/panda.jpg`, and a page's `<input type=file>` gets its two files from. */
const HOME = resolve(".cache/docs/home");
const photos = ["panda.jpg", "strawberries.jpg"].map((file) => `${HOME}/photos/${file}`);

let classifier: Classifier;
let worker: DemoServing;
beforeAll(async () => {
  mkdirSync(`${HOME}/photos`, { recursive: true });
  for (const path of photos) {
    writeFileSync(path, await renderPhoto(samples.find(({ file }) => file === basename(path))!));
  }
  classifier = await loadClassifier();
  worker = await startDemoServing({ port: 0, classifier });
});
afterAll(async () => {
  const inPages = programs.filter(({ page }) => page !== undefined).length;
  note("documents", `${programs.length} examples run, ${inPages} of them in Chromium`);
  await worker?.close();
  await classifier?.close();
});

function expectAsShown({ name, prints }: Program, printed: string[]): void {
  if (!asShown(printed, prints)) expect(printed, `${name} prints`).toEqual(prints);
}

describe("in Node", () => {
  const list = programs.filter(({ page }) => page === undefined);
  let proxy: Served;
  let files: string[];
  const before = process.cwd();
  beforeAll(async () => {
    proxy = await serve({ port: 0, appDir: HOME, bridge: { worker: worker.address } });
    files = writePrograms("run", list, (code) => forHere(code, proxy.url));
    process.chdir(HOME);
  });
  afterAll(async () => {
    process.chdir(before);
    await proxy?.close();
  });

  it.each(list)("$name", async (program) => {
    const printed: string[] = [];
    const print = (...words: unknown[]) => {
      printed.push(
        ...format(...words)
          .split("\n")
          .map((line) => line.trim()),
      );
    };
    for (const name of ["log", "error"] as const) vi.spyOn(console, name).mockImplementation(print);
    onTestFinished(() => void vi.restoreAllMocks());
    await import(files[list.indexOf(program)]!);
    expectAsShown(program, printed);
  });
});

describe("in Chromium", () => {
  const list = programs.filter(({ page }) => page !== undefined);
  let browser: Browser;
  let proxy: Served;
  beforeAll(async () => {
    const appDir = resolve(".cache/docs/pages");
    proxy = await serve({ port: 0, appDir, bridge: { worker: worker.address } });
    const files = writePrograms("run", list, (code) => forHere(code, proxy.url));
    await buildPages(
      appDir,
      files,
      list.map(({ page }) => forHere(page!, proxy.url)),
    );
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await proxy?.close();
  });

  it.each(list)("$name", async (program) => {
    const page = await newPage(browser);
    onTestFinished(() => page.close());
    const printed: string[] = [];
    const complete = new Promise<void>((done, failed) => {
      page.on("pageerror", failed);
      page.on("console", (message) => {
        printed.push(message.text());
        if (printed.length === program.prints.length) done();
      });
      if (program.prints.length === 0) page.once("load", () => done());
    });
    await page.goto(`${proxy.url}/${list.indexOf(program)}.html`);
    const input = page.locator("body > input[type=file]");
    if ((await input.count()) > 0) await input.setInputFiles(photos);
    await Promise.race([complete, new Promise((late) => setTimeout(late, 20_000))]);
    expectAsShown(program, printed);
  });
});
