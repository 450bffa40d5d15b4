/** Pages that have the image module as Vite bundles it, under a strict Content-Security-Policy. */

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import puppeteer from "puppeteer-core";
import { build } from "vite";
import { afterAll, beforeAll, describe } from "vitest";
import { launchBrowser, newPage } from "../browser/browser.ts";
import { firefoxPath } from "../browser/realm.ts";
import { openWebKit, webKitMissing } from "../browser/webkit.ts";
import type {} from "./page-module.ts";

const PAGE = `<!doctype html><title>images</title><script type="module" src="/page-module.js"></script>`;

/** A worker of the page's own, that calls the module from inside. */
const OWN_WORKER = `import "/page-module.js";
onmessage = async ({ data }) => {
  const { data: values, shape } = await imageTools.toTensor(data, { dtype: "uint8" });
  const upload = await imageTools.toUpload(data, { accept: ["image/jpeg"], type: "image/webp" });
  postMessage({ sum: values.reduce((a, b) => a + b, 0), shape, type: upload.type });
};
postMessage("ready");`;

export const STRICT =
  "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; img-src blob:";

/** The same without workers: what they do instead is done by the page. */
export const NO_WORKERS = STRICT.replace("worker-src 'self'", "worker-src 'none'");

export interface ImageServer {
  address: string;
  /** Files under /files/, by name. */
  files: Map<string, Uint8Array>;
  /** Paths that were asked for. */
  requests: string[];
  /** The policy of the pages served from now on. */
  policy: string;
  close(): Promise<void>;
}

/** The page's module and its worker's chunk, by path. */
async function bundle(): Promise<Map<string, string | Uint8Array>> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      write: false,
      modulePreload: false,
      minify: false,
      sourcemap: process.env.COVERAGE_DIR !== undefined,
      rolldownOptions: { input: "test/image/page-module.ts", output: { entryFileNames: "[name].js" } },
    },
  });
  const { output } = result as { output: ({ fileName: string } & ({ code: string } | { source: string }))[] };
  return new Map(output.map((file) => [`/${file.fileName}`, "code" in file ? file.code : file.source]));
}

export async function serveImages(): Promise<ImageServer> {
  const scripts = await bundle();
  const server: Server = createServer((request, response) => {
    const path = request.url!;
    self.requests.push(path);
    const file = self.files.get(decodeURIComponent(path.replace("/files/", "")));
    const script = path === "/own-worker.js" ? OWN_WORKER : scripts.get(path);
    const [type, body] =
      path === "/"
        ? ["text/html", PAGE]
        : script
          ? ["text/javascript", script]
          : ["application/octet-stream", file];
    const headers = { "content-type": type!, "content-security-policy": self.policy };
    response.writeHead(body === undefined ? 404 : 200, headers).end(body);
  });
  const self: ImageServer = {
    address: "",
    files: new Map(),
    requests: [],
    // Only what the page itself runs is counted.
    policy: process.env.COVERAGE_DIR ? NO_WORKERS : STRICT,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  self.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return self;
}

export async function openImagePage(browser: Browser, server: ImageServer): Promise<Page> {
  const page = await newPage(browser);
  await page.goto(`${server.address}/`);
  await page.waitForFunction(() => "imageTools" in globalThis);
  return page;
}

/** What Playwright's, Puppeteer's and WebDriver's pages have in common here, and the tests use. */
export type ImagePage = Pick<Page, "evaluate" | "evaluateHandle">;

interface ImageBrowser {
  page: ImagePage;
  close(): Promise<void>;
}

export type BrowserName = "Chromium" | "Firefox" | "WebKit";

/** The browsers that the image tests run in, and what is missing for one, if anything is. */
const BROWSERS: [BrowserName, missing: string][] = [
  ["Chromium", ""],
  ["Firefox", firefoxPath || process.env.CI ? "" : "no Firefox here; install it, or set FIREFOX_PATH"],
  ["WebKit", process.env.CI ? "" : webKitMissing],
];

type Prefs = Record<string, boolean>;

/** The same tests in each browser, or in those named; what is covered a page of Chromium alone tells. */
export function inBrowsers(
  tests: (name: BrowserName) => void,
  names: readonly BrowserName[] = BROWSERS.map(([name]) => name),
): void {
  for (const [name, missing] of BROWSERS) {
    if (!names.includes(name) || (process.env.COVERAGE_DIR && name !== "Chromium")) continue;
    describe.skipIf(missing)(`in ${name}${missing && ` (skipped: ${missing})`}`, () => tests(name));
  }
}

/** A page with the image module in a browser of its own. */
async function openIn(name: BrowserName, server: ImageServer, firefoxPrefs: Prefs): Promise<ImageBrowser> {
  if (name === "WebKit") return openInWebKit(server);
  if (name === "Chromium") {
    const browser = await launchBrowser();
    const page = await openImagePage(browser, server);
    const close = async () => {
      await page.close();
      await browser.close();
    };
    return { page, close };
  }
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefoxPath!,
    headless: true,
    extraPrefsFirefox: firefoxPrefs,
  });
  const page = await browser.newPage();
  await page.goto(`${server.address}/`);
  await page.waitForFunction(() => "imageTools" in globalThis);
  return { page: page as unknown as ImagePage, close: () => browser.close() };
}

/** A handle is a name in the page, by which a function is given the value. */
interface Handle {
  handle: string;
}

/** WebDriver has no handles, and the page's policy allows no texts to be run but those which the driver brings. */
async function openInWebKit(server: ImageServer): Promise<ImageBrowser> {
  const { evaluate, close } = await openWebKit(server.address, "imageTools");
  const run = (code: string, argument: unknown) => evaluate(code as never, argument);
  let handles = 0;
  const page = {
    evaluate(code: unknown, argument: unknown): Promise<unknown> {
      const { handle } = (argument ?? {}) as Partial<Handle>;
      return handle === undefined
        ? run(`${code}`, argument)
        : run(`() => (${code})(globalThis.${handle})`, null);
    },
    async evaluateHandle(code: unknown, argument: unknown): Promise<Handle> {
      const handle = `handle${++handles}`;
      await run(`async (argument) => { globalThis.${handle} = await (${code})(argument); }`, argument);
      return { handle };
    },
  };
  return { page: page as unknown as ImagePage, close };
}

/**
 * A server and a page of its own for the tests of one `describe`: there while they run.
 * @param prefs Firefox's, by their names in about:config
 */
export function openForTests(
  name: BrowserName,
  { prefs = {}, policy }: { prefs?: Prefs; policy?: string } = {},
): { page: ImagePage; server: ImageServer } {
  const opened = {} as { page: ImagePage; server: ImageServer };
  let browser: ImageBrowser | undefined;
  beforeAll(async () => {
    opened.server = await serveImages();
    if (policy) opened.server.policy = policy;
    browser = await openIn(name, opened.server, prefs);
    opened.page = browser.page;
  });
  afterAll(async () => {
    await browser?.close();
    await opened.server?.close();
  });
  return opened;
}
