/**
 * The walk of docs/signature.md, from a servable_config.py to a typed call: its own commands, files and code, in a
 * project made anew beside the servables and the package. Only ports and the version of create-vite are others.
 */

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it, onTestFinished } from "vitest";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { loadClassifier } from "../../src/demo-serving/model/classifier.ts";
import { launchBrowser, newPage } from "../browser/browser.ts";
import { readDocument } from "../docs/markdown.ts";
import { type Ended, npm, run } from "./command.ts";
import { openPage, printed } from "./open-page.ts";
import { startServe } from "./serve-command.ts";
import { CREATE_VITE, startVite } from "./vite-project.ts";

const CONFIG = "servables/resnet50/servable_config.py";
const PROXY = "http://localhost:8080";

const { blocks, prose } = readDocument("docs/signature.md");
/** The page's block of a language, or the one after it. */
const block = (language: string, index = 0) =>
  blocks.filter((block) => block.language === language)[index]!.code;

let worker: DemoServing;
let browser: Browser;
let folder: string;
let commands: Ended;
beforeAll(async () => {
  worker = await startDemoServing({ port: 0, classifier: await loadClassifier() });
  browser = await launchBrowser();
  const parent = await mkdtemp(join(inject("folder"), "walk-"));
  folder = join(parent, "my-page");
  await put(join(parent, CONFIG), block("python"));
  await mkdir(join(parent, "mindspore-serving-web"));
  await cp(inject("tarball"), join(parent, "mindspore-serving-web", basename(inject("tarball"))));
  const script = replaced(block("sh"), "vite@latest", `vite@${CREATE_VITE}`);
  commands = await run(parent, "sh", ["-e", "-c", script]);
});
afterAll(async () => {
  await browser?.close();
  await worker?.close();
});

it("The commands make a project with a typed client, and the last one says what the file does not tell", () => {
  expect(commands.code, commands.output).toBe(0);
  // What npm itself has to say differs from day to day.
  expect(commands.stderr.replaceAll(/^npm .*\n/gm, "")).toBe(block("text"));
});

it("The page compiles and, served by Vite and as built, shows each photo's label and score, or why a file has none", async () => {
  const { url: proxy } = await serve();
  await put(join(folder, "src/main.ts"), replaced(block("ts"), PROXY, proxy));
  const html = await readFile(join(folder, "index.html"), "utf8");
  await put(join(folder, "index.html"), replaced(html, "<body>", `<body>${block("html")}`));
  await npm(folder, "run", "build");
  for (const command of ["dev", "preview"] as const) {
    const { page, calls } = await openPage(browser, await startVite(folder, command));
    const chosen = ["panda.jpg", "strawberries.jpg", "NOTICES.txt"];
    await page.locator("input").setInputFiles(chosen.map((name) => `dist/lib/app/samples/${name}`));
    await page.locator("li").nth(2).waitFor();
    expect(await page.locator("li").allTextContents()).toEqual([
      expect.stringMatching(/^giant panda, .*, 0\.\d\d$/),
      expect.stringMatching(/^strawberry, 0\.\d\d$/),
      expect.stringMatching(/^Call Function .* Failed/),
    ]);
    expect(calls.filter((address) => address.startsWith(proxy))).toHaveLength(3);
  }
});

it("Each mistake of the table is told as the table has it, and main.ts has none", async () => {
  const rows = [...prose.matchAll(/^\| `(.+)` \| `(.+)` \| `(.+)` \|$/gm)].map(([, was, is, says]) => {
    return { was: was!, is: is!, says: says! };
  });
  expect(rows.length).toBeGreaterThan(0);
  await put(join(folder, "src/main.ts"), block("ts"));
  for (const [i, { was, is }] of rows.entries()) {
    const path = join(folder, `src/mistake-${i}.ts`);
    await put(path, replaced(block("ts"), was, is));
    onTestFinished(() => rm(path));
  }
  const { stdout } = await run(folder, "npm", ["run", "build"]);
  const told = rows.map(({ says }, i) => {
    const errors = stdout.split("\n").filter((line) => line.startsWith(`src/mistake-${i}.ts`));
    return errors.some((error) => error.includes(says)) ? says : errors;
  });
  expect(told).toEqual(rows.map(({ says }) => says));
  expect(stdout).not.toContain("src/main.ts");
});

it("What no compiler sees is refused in the page's own words, and nothing is sent", async () => {
  const { url: proxy } = await serve();
  const code = block("ts", 1);
  await put(join(folder, "src/main.ts"), replaced(code, PROXY, proxy));
  await npm(folder, "run", "build");
  const { lines, calls } = await openPage(browser, await startVite(folder, "preview"));
  await expect.poll(() => ({ lines, calls })).toEqual({ lines: printed(code), calls: [] });
});

it.each([`../${CONFIG}`, "../servables"])(
  "serve --signature %s: signatures.json is what signature --list prints, and the app has the methods",
  async (path) => {
    const { url } = await serve("--signature", path);
    const told = await (await fetch(`${url}/signatures.json`)).json();
    const list = await run(folder, "npx", ["mindspore-serving-web", "signature", "--list", path]);
    expect(told).toEqual(JSON.parse(list.stdout));
    expect(told[0].methods.classify_top5.inputs.image.kind).toBe("image");

    const page = await newPage(browser);
    onTestFinished(() => page.close());
    await page.goto(`${url}/#/playground?servable=resnet50&method=classify_top5`);
    const methods = page.getByLabel("Method: known names").locator("option");
    await expect.poll(() => methods.allTextContents()).toEqual(["classify_top5", "classify_pixels_top5"]);
  },
);

const serve = (...words: string[]) => startServe(folder, "--worker", worker.address, "--port", "0", ...words);

async function put(path: string, text: string): Promise<void> {
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(path, text);
}

/** @throws Error when the page no longer has the text */
function replaced(code: string, was: string, is: string): string {
  if (!code.includes(was)) throw new Error(`${was} does not stand in:\n${code}`);
  return code.replace(was, () => is);
}
