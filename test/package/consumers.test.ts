/** Fresh projects of every kind: each installs the tarball, builds, and its page adds the tutorial's matrices. */

import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, onTestFinished } from "vitest";
import { serve } from "../../src/bridge/serve.ts";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { complaintsOf, launchBrowser, newPage } from "../browser/browser.ts";
import { node, npm } from "./command.ts";
import { makeProject } from "./project.ts";
import { startServer } from "./start-server.ts";

const RESULT =
  "array([[2., 2.], [2., 2.]], dtype=float32) array([[4., 4.], [4., 4.]], dtype=float32) array([[[255]], [[  0]], [[  0]]], dtype=uint8)";

let worker: DemoServing;
let browser: Browser;
beforeAll(async () => {
  worker = await startDemoServing({ port: 0 });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await worker?.close();
});

/** The page's result, and how many workers it started for its picture. */
async function open(url: string): Promise<{ result: string; workers: number; complaints: string[] }> {
  const page = await newPage(browser);
  onTestFinished(() => page.close());
  const complaints = complaintsOf(page);
  let workers = 0;
  page.on("worker", () => workers++);
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector("#result")?.textContent, undefined, {
    timeout: 60_000,
  });
  return { result: (await page.locator("#result").textContent())!, workers, complaints };
}

/** Serves built files with the bridge on one origin, under the app's own strict Content-Security-Policy. */
async function serveBuilt(appDir: string, origins: string[] = []): Promise<string> {
  const served = await serve({ port: 0, appDir, bridge: { worker: worker.address, origins } });
  onTestFinished(() => served.close());
  return served.url;
}

const works = { result: RESULT, workers: 1, complaints: [] };

it("Vite and TypeScript: built, under a strict policy", async () => {
  const folder = await makeProject("vite-ts", "src/add.ts");
  await npm(folder, "run", "build");
  expect(await open(await serveBuilt(join(folder, "dist")))).toEqual(works);
});

it("Vite's dev server, calling another origin", async () => {
  const folder = await makeProject("vite-ts", "src/add.ts");
  const port = await startServer(folder, "node_modules/vite/bin/vite.js", "--host", "127.0.0.1");
  const url = `http://127.0.0.1:${port}`;
  const proxy = await serveBuilt("/nonexistent", [url]);
  const { result, complaints } = await open(`${url}/?proxy=${proxy}`);
  expect(result).toBe(RESULT);
  expect(complaints).toEqual([]);
});

it("Vite and React", async () => {
  const folder = await makeProject("vite-react", "src/add.ts");
  await npm(folder, "run", "build");
  expect(await open(await serveBuilt(join(folder, "dist")))).toEqual(works);
});

it("webpack 5", async () => {
  const folder = await makeProject("webpack", "src/add.js");
  await npm(folder, "run", "build");
  expect(await open(await serveBuilt(join(folder, "dist")))).toEqual(works);
});

it("Next.js, in a client component, calling another origin", async () => {
  const folder = await makeProject("next", "app/add.ts");
  await npm(folder, "run", "build");
  const port = await startServer(folder, "node_modules/next/dist/bin/next", "start", "-H", "127.0.0.1");
  const url = `http://127.0.0.1:${port}`;
  const proxy = await serveBuilt("/nonexistent", [url]);
  expect(await open(`${url}/?proxy=${proxy}`)).toEqual(works);
});

it("a page without a bundler, from one file, under a strict policy", async () => {
  const folder = await makeProject("page", "add.js");
  await cp(
    join(folder, "node_modules/mindspore-serving-web/dist/lib/standalone.js"),
    join(folder, "serving.js"),
  );
  const shared = await readFile(join(folder, "add.js"), "utf8");
  await writeFile(
    join(folder, "add.js"),
    shared.replaceAll(/"mindspore-serving-web(\/image)?"/g, '"./serving.js"'),
  );
  expect(await open(await serveBuilt(folder))).toEqual(works);
});

it.each(["node-esm", "node-cjs"])("%s", async (name) => {
  const folder = await makeProject(name);
  const { output } = await node(folder, "main.js", await serveBuilt("/nonexistent"));
  expect(output).toBe("array([[2., 2.], [2., 2.]], dtype=float32) function true\n");
});
