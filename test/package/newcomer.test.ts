/**
 * The way of somebody who has read the README and nothing else: a fresh project as `npm create vite` makes it, the
 * package installed, the README's own text in it, its own port, and the installed command in front of a Serving. Only
 * the ports are others than the README's, since those may be taken.
 */

import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { loadClassifier } from "../../src/demo-serving/model/classifier.ts";
import { launchBrowser } from "../browser/browser.ts";
import { readDocument } from "../docs/markdown.ts";
import { npm } from "./command.ts";
import { openPage, printed } from "./open-page.ts";
import { startServe } from "./serve-command.ts";
import { createProject, startVite } from "./vite-project.ts";

const PANDA = "giant panda, panda, panda bear, coon bear, Ailuropoda melanoleuca";

const readme = readDocument("README.md").blocks.filter(({ language }) => language === "ts");
/** The README's block with this text. */
const snippet = (text: string) => readme.find(({ code }) => code.includes(text))!.code;
/** A Vite configuration that tells Vue of the elements. */
const elementsInVue = () =>
  readDocument("docs/elements.md").blocks.find(({ code }) => code.includes("isCustomElement"))!.code;

let worker: DemoServing;
let browser: Browser;
beforeAll(async () => {
  worker = await startDemoServing({ port: 0, classifier: await loadClassifier() });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await worker?.close();
});

it("Vite and TypeScript: the README's first snippet prints what the README says, and its photos get their labels", async () => {
  const folder = await createProject("vanilla-ts");
  const { url: proxy } = await startServe(folder, "--worker", worker.address, "--port", "0");
  const first = snippet('"add_common"').replace("http://localhost:8080", proxy);
  await writeFile(join(folder, "src/main.ts"), first);
  const address = await startVite(folder);
  const { page: firstPage, lines } = await openPage(browser, address, printed(first).length);
  expect(lines).toEqual(printed(first));
  await firstPage.close();

  const photos = snippet("input[type=file]").replace("http://localhost:8080", proxy);
  await writeFile(join(folder, "src/main.ts"), photos);
  const html = await readFile(join(folder, "index.html"), "utf8");
  await writeFile(join(folder, "index.html"), html.replace("<body>", '<body><input type="file" multiple>'));
  const { page, lines: labels } = await openPage(browser, address);
  await page.locator("input[type=file]").setInputFiles([PHOTO, "dist/lib/app/samples/panda-small.webp"]);
  await expect.poll(() => labels.toSorted(), { timeout: 10_000 }).toEqual([`0 ${PANDA}`, `1 ${PANDA}`]);
  await npm(folder, "run", "build");
});

it("Vite's server.proxy as the README has it: the page calls its own origin", async () => {
  const folder = await createProject("vanilla-ts");
  const { url: proxy } = await startServe(folder, "--worker", worker.address, "--port", "0");
  const config = snippet("defineConfig").replace("http://localhost:8080", proxy);
  await writeFile(join(folder, "vite.config.ts"), config);
  const first = snippet('"add_common"').replace("http://localhost:8080", "");
  await writeFile(join(folder, "src/main.ts"), first);
  const { lines } = await openPage(browser, await startVite(folder), printed(first).length);
  expect(lines).toEqual(printed(first));
});

it.each([
  ["React", "react-ts", "App.tsx"],
  ["Vue, with the client and its results in refs", "vue-ts", "App.vue"],
  ["Svelte, with the client and its results in $state", "svelte-ts", "App.svelte"],
])(
  "%s: a component of a newcomer's classifies photos, beside the element, and passes the project's own checks",
  async (_, template, name) => {
    const folder = await createProject(template);
    const { url: proxy } = await startServe(folder, "--worker", worker.address, "--port", "0");
    const component = await readFile(join("test/package/consumers/newcomer", name), "utf8");
    await writeFile(join(folder, "src", name), component.replaceAll("http://localhost:8080", proxy));
    if (template === "vue-ts") await writeFile(join(folder, "vite.config.ts"), elementsInVue());
    const { page } = await openPage(browser, await startVite(folder));
    await choose(page);
    await page.locator("#labels li", { hasText: PANDA }).waitFor();
    await classifyByElement(page);
    await npm(folder, "run", "build");
    if (template === "svelte-ts") await npm(folder, "run", "check");
  },
);

it("a plain page on a port of its own: the first example of the elements' page, with the proxy's script", async () => {
  const folder = await createProject("vanilla-ts");
  const { url: proxy } = await startServe(folder, "--worker", worker.address, "--port", "0");
  const example = readDocument("docs/elements.md").blocks.find(({ language }) => language === "html")!.code;
  const html = `<!doctype html><title>A page</title>${example.replaceAll("https://serving.example.com", proxy)}`;
  const server = createServer((_, response) =>
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html),
  );
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => void server.close());
  const { page } = await openPage(browser, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await classifyByElement(page);
});

/** As `npm pack` has built it. */
const PHOTO = "dist/lib/app/samples/panda.jpg";

/** Chooses a photo in the page's own field. */
async function choose(page: Page): Promise<void> {
  await page.locator("body input[type=file]").first().setInputFiles(PHOTO);
}

async function classifyByElement(page: Page): Promise<void> {
  const element = page.locator("serving-classifier");
  await element.locator("input[type=file]").setInputFiles(PHOTO);
  await element.getByText("giant panda", { exact: true }).first().waitFor();
}
