/**
 * The documents' components of React and Vue on a page, against the bridge and the demo worker with its model: each is
 * given a photo and shows its label, says what is wrong where the connection is lost, and ends its call when it goes.
 */

import { writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderPhoto } from "../../build/samples/photo.ts";
import { type Served, serve } from "../../src/bridge/serve.ts";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { type Classifier, loadClassifier } from "../../src/demo-serving/model/classifier.ts";
import { samples } from "../../src/samples/index.ts";
import { complaintsOf, launchBrowser, newPage } from "../browser/browser.ts";
import { type Component, components } from "./components.ts";
import { buildPages } from "./pages.ts";
import { withModules, writePrograms } from "./programs.ts";

const FOLDER = resolve(".cache/docs/component-pages");
const PANDA = "giant panda, panda, panda bear, coon bear, Ailuropoda melanoleuca";
/** Of the documents, which the page's own origin stands for. */
const ADDRESS = /"http:\/\/localhost:8080"/g;

let classifier: Classifier;
let worker: DemoServing;
let proxy: Served;
let browser: Browser;
let photo: { name: string; mimeType: string; buffer: Buffer };
beforeAll(async () => {
  classifier = await loadClassifier();
  worker = await startDemoServing({ port: 0, classifier });
  const sample = samples.find(({ file }) => file === "panda.jpg")!;
  photo = {
    name: basename(sample.file),
    mimeType: "image/jpeg",
    buffer: Buffer.from(await renderPhoto(sample)),
  };
  const files = writePrograms("components", components, (code) => withModules(code).replace(ADDRESS, '""'));
  const mounts = components.map((component, i) => {
    const path = `${files[i]}.main.ts`;
    writeFileSync(path, mountOf(component, files[i]!));
    return path;
  });
  await buildPages(
    FOLDER,
    mounts,
    mounts.map(() => '<div id="root"></div>'),
  );
  proxy = await serve({ port: 0, appDir: FOLDER, bridge: { worker: worker.address } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await proxy?.close();
  await worker?.close();
  await classifier?.close();
});

/** As a project's `main` has it, with a way for the test to take the component away. */
function mountOf({ framework }: Component, file: string): string {
  const component = `import Component from ${JSON.stringify(file)};`;
  return framework === "react"
    ? `${component}
import { createElement, StrictMode } from "react";
import { createRoot } from "react-dom/client";
const root = createRoot(document.getElementById("root")!);
root.render(createElement(StrictMode, null, createElement(Component)));
globalThis.leave = () => root.unmount();`
    : `${component}
import { createApp } from "vue";
const app = createApp(Component);
app.mount("#root");
globalThis.leave = () => app.unmount();`;
}

it("there are components of both frameworks", () => {
  expect(new Set(components.map(({ framework }) => framework))).toEqual(new Set(["react", "vue"]));
});

describe.each(components)("$name, in $framework", (component) => {
  async function open(use: (page: Page) => Promise<void>): Promise<void> {
    const page = await newPage(browser);
    const complaints = complaintsOf(page);
    try {
      await page.goto(`${proxy.url}/${components.indexOf(component)}.html`);
      await use(page);
    } finally {
      await page.close();
    }
    expect(complaints.filter((text) => !text.includes("net::ERR_"))).toEqual([]);
  }
  const choose = (page: Page) => page.locator("input[type=file]").setInputFiles([photo]);

  it("shows a photo's label", () =>
    open(async (page) => {
      await choose(page);
      await page.getByText(PANDA).waitFor();
    }));

  it("says what is wrong where the connection is lost, and is right again with the next call", () =>
    open(async (page) => {
      await page.route("**/mindspore.serving.proto.MSService/*", (route) => route.abort());
      await choose(page);
      await page.getByText(/the connection to .* was lost/).waitFor();
      await page.unroute("**/mindspore.serving.proto.MSService/*");
      await choose(page);
      await page.getByText(PANDA).waitFor();
    }));

  it("ends its call when it goes", () =>
    open(async (page) => {
      let called!: () => void;
      const call = new Promise<void>((done) => {
        called = done;
      });
      await page.route("**/mindspore.serving.proto.MSService/*", () => called());
      const ended = page.waitForEvent("requestfailed");
      await choose(page);
      await call;
      await page.evaluate(() => (globalThis as unknown as { leave: () => void }).leave());
      expect((await ended).failure()?.errorText).toBe("net::ERR_ABORTED");
    }));
});
