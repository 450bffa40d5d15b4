/** elements.md's first example on a page of another origin than the proxy's, whose module it loads from there. */

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import puppeteer from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { complaintsOf, launchBrowser, newPage } from "../browser/browser.ts";
import { inEveryFormat, type MadeFile } from "../browser/pictures-made.ts";
import { firefoxPath } from "../browser/realm.ts";
import { openWebKit, webKitMissing } from "../browser/webkit.ts";
import { answeringClassifier } from "../demo-serving/fake-classifier.ts";
import { readDocument } from "../docs/markdown.ts";
import { launchProxy, type ProxyOptions, proxies } from "../envoy/proxies.ts";

const blocks = (language: string) =>
  readDocument("docs/elements.md").blocks.filter((block) => block.language === language);
const [example] = blocks("html");

/** A WebP, which has to become a JPEG before MindSpore can read it: the image worker's work. */
let webp: MadeFile;
let browser: Browser;
beforeAll(async () => {
  webp = (await inEveryFormat()).find(({ name }) => name.endsWith(".webp"))!;
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** Says of each picture what kind of file it is. */
const kindOfFile = answeringClassifier(([first]) => ({
  labels: [first === 0xff ? "a JPEG" : "something else"],
  scores: Float32Array.of(1),
}));

/** A web server of somebody's own with one page: the example, for the proxy at `url()`. */
async function startPage(url: () => string, csp = ""): Promise<string> {
  const server = createServer((_, response) => {
    const html = example!.code.replaceAll("https://serving.example.com", url());
    response.writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      ...(csp && { "content-security-policy": csp.replaceAll("PROXY", url()) }),
    });
    response.end(`<!doctype html><html lang="en"><title>page</title><link rel="icon" href="data:,">${html}`);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface Setup {
  /** Who may call, given the page's own origin. */
  allowed: (origin: string) => Pick<ProxyOptions, "origins" | "localPages">;
  csp?: string;
}

async function setUp(name: (typeof proxies)[number]["name"], { allowed, csp }: Setup) {
  const worker = await startDemoServing({ port: 0, classifier: kindOfFile });
  onTestFinished(() => worker.close());
  let url = "";
  const address = await startPage(() => url, csp);
  const proxy = await launchProxy(name, [worker.address], { appDir: "dist/app", ...allowed(address) });
  onTestFinished(() => proxy.close());
  ({ url } = proxy);
  return { address, url };
}

async function openPage(address: string) {
  const page = await newPage(browser);
  onTestFinished(() => page.close());
  const complaints = complaintsOf(page);
  await page.goto(address);
  return { page, complaints };
}

/** A picture is classified and a sum is made; resolves when both are shown. */
async function useBoth(page: Page): Promise<void> {
  await page.locator("serving-classifier input[type=file]").setInputFiles(webp);
  await page.locator("[part=best-label]", { hasText: "a JPEG" }).waitFor();
  const method = page.locator("serving-method");
  for (const name of ["x1", "x2"]) await method.getByRole("textbox", { name }).fill("[[1, 2], [3, 4]]");
  await method.getByRole("button", { name: "Run" }).click();
  await method.getByText("[6., 8.]]").waitFor();
}

const policy = blocks("text").find(({ code }) => code.includes("script-src"));
/** That of elements.md, and for the page's own icon. */
const STRICT = `default-src 'none'; ${policy!.code.trim()} data:`.replaceAll(
  "https://serving.example.com",
  "PROXY",
);

for (const { name, skip, title } of proxies) {
  describe.skipIf(skip)(
    `the first example of elements.md on a page of another origin, through ${title}`,
    () => {
      it.each([
        ["listed", (origin: string) => ({ origins: [origin] })],
        ["of this machine", () => ({ localPages: true })],
      ])("works where the page is %s: script, chunks and image worker", async (_, allowed) => {
        const { address, url } = await setUp(name, { allowed });
        const { page, complaints } = await openPage(address);
        const scripts: string[] = [];
        page.on("response", (response) => {
          if (response.request().resourceType() === "script") scripts.push(response.url());
        });
        await useBoth(page);
        expect(page.workers().map((worker) => new URL(worker.url()).protocol)).toEqual(["blob:"]);
        expect(scripts.every((script) => script.startsWith(`${url}/`) || script.startsWith("blob:"))).toBe(
          true,
        );
        expect(scripts.filter((script) => /\/assets\/image-worker-/.test(script))).toHaveLength(1);
        expect(complaints).toEqual([]);
      });

      it("loads nothing where the page may not call", async () => {
        const { address } = await setUp(name, { allowed: () => ({ origins: ["https://other.example"] }) });
        const { page, complaints } = await openPage(address);
        await expect.poll(() => complaints.join("\n")).toMatch(/elements\.js.*blocked by CORS policy/);
        expect(await page.evaluate(() => customElements.get("serving-classifier"))).toBeUndefined();
      });
    },
  );
}

describe("a page of another origin that loads the elements", () => {
  const allowed = () => ({ localPages: true });

  it("has all of them under the Content-Security-Policy of elements.md", async () => {
    const { address } = await setUp("the bridge", { allowed, csp: STRICT });
    const { page, complaints } = await openPage(address);
    await useBoth(page);
    expect(page.workers()).toHaveLength(1);
    expect(complaints).toEqual([]);
  });

  it("works on pictures itself where its policy forbids the worker", async () => {
    const { address } = await setUp("the bridge", {
      allowed,
      csp: STRICT.replace("worker-src PROXY blob:; ", ""),
    });
    const { page, complaints } = await openPage(address);
    await useBoth(page);
    expect(page.workers()).toHaveLength(0);
    expect(complaints.length).toBeGreaterThan(0);
    for (const complaint of complaints)
      expect(complaint).toMatch(/worker.*violates.*Content Security Policy/);
  });

  it.skipIf(!firefoxPath)("has them in Firefox too", async () => {
    const { address } = await setUp("the bridge", { allowed, csp: STRICT });
    const firefox = await puppeteer.launch({
      browser: "firefox",
      executablePath: firefoxPath!,
      headless: true,
    });
    onTestFinished(() => firefox.close());
    const page = await firefox.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    await page.goto(address);
    const told = await page.evaluate(classifyHere, [...webp.buffer]);
    expect(told).toEqual({ label: "a JPEG", started: ["blob:"] });
    expect(complaints).toEqual([]);
  });

  it.skipIf(webKitMissing !== "")(
    `has them in WebKit too${webKitMissing && ` (skipped: ${webKitMissing})`}`,
    async () => {
      const { address } = await setUp("the bridge", { allowed, csp: STRICT });
      const webKit = await openWebKit(address, "customElements");
      onTestFinished(() => webKit.close());
      const told = await webKit.evaluate(classifyHere, [...webp.buffer]);
      expect(told).toEqual({ label: "a JPEG", started: ["blob:"] });
    },
  );
});

/** In the page: classifies the picture, and tells which workers were started for it. */
async function classifyHere(picture: number[]) {
  await customElements.whenDefined("serving-classifier");
  const started: string[] = [];
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener("message", () => started.push(new URL(url).protocol), { once: true });
    }
  };
  const file = new File([new Uint8Array(picture)], "panda.webp", { type: "image/webp" });
  const [result] = await document.querySelector("serving-classifier")!.classify(file);
  return { label: "labels" in result! ? result.labels[0]!.name : result!.error, started };
}
