/** The built app behind the real bridge and a demo worker, and plain pages of a test's own beside it. */

import type { Browser, Page } from "playwright-core";
import { type Served, serve } from "../../src/bridge/serve.ts";
import { startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import type { Classifier } from "../../src/demo-serving/model/classifier.ts";
import { SECURITY_HEADERS } from "../../src/proxy-policy/security-headers.ts";
import { complaintsOf, newPage } from "../browser/browser.ts";

export interface Site {
  url: string;
  stopWorker(): Promise<void>;
  /** On the same port as before. */
  startWorker(): Promise<void>;
  close(): Promise<void>;
}

/** @param origins other pages that may call its proxy */
export async function startSite(classifier?: Classifier, origins: readonly string[] = []): Promise<Site> {
  const options = classifier ? { classifier } : {};
  let worker = await startDemoServing({ port: 0, ...options });
  const { port, address } = worker;
  const served: Served = await serve({
    port: 0,
    appDir: "dist/app",
    bridge: { worker: address, origins },
  });
  return {
    url: served.url,
    stopWorker: () => worker.close(),
    async startWorker() {
      worker = await startDemoServing({ port, ...options });
    },
    async close() {
      await served.close();
      await worker.close();
    },
  };
}

/** What a test's function can use in the page. */
declare global {
  /** The module; events of the elements so far: type, element, and what of the detail is JSON. */
  var elements: typeof import("../../src/elements/index.ts");
  var told: { type: string; from: string; detail: Record<string, unknown> }[];
}

/** Written before a test's markup: nobody's own words, and no bundler's. */
const SCRIPT = `import * as elements from "/elements.js";
globalThis.elements = elements;
globalThis.told = [];
for (const type of ["serving-result", "serving-error", "serving-progress"]) {
  document.addEventListener(type, ({ target, detail }) => {
    const { file, ...rest } = detail;
    told.push({ type, from: target.id || target.localName, detail: { ...rest, ...(file ? { file: file.name } : {}) } });
  });
}`;

export interface OpenedPage {
  page: Page;
  /** Errors and warnings of its console: a violation of the Content-Security-Policy would be told here. */
  complaints: string[];
}

/**
 * A page of plain HTML under the app's own headers, at the site's origin.
 * @param policy more of a Content-Security-Policy, from its `;` on
 */
export async function openPage(
  browser: Browser,
  site: Pick<Site, "url">,
  body: string,
  { lang = "en", locale = "en-US", css = "", policy = "" } = {},
): Promise<OpenedPage> {
  const page = await newPage(browser, locale);
  const complaints = complaintsOf(page);
  const documents: Record<string, [type: string, text: string]> = {
    "/test.html": [
      "text/html; charset=utf-8",
      `<!doctype html><html lang="${lang}"><title>test</title><link rel="icon" href="/icon.svg" />
       <link rel="stylesheet" href="/test.css" /><script type="module" src="/test.js"></script>
       <main><h1>Test</h1>${body}</main></html>`,
    ],
    "/test.css": ["text/css", css],
    "/test.js": ["text/javascript", SCRIPT],
  };
  await page.route(/\/test\.(html|css|js)$/, (route) => {
    const [type, text] = documents[new URL(route.request().url()).pathname]!;
    const csp = `${SECURITY_HEADERS["content-security-policy"]}${policy}`;
    const headers = { ...SECURITY_HEADERS, "content-type": type, "content-security-policy": csp };
    return route.fulfill({ body: text, headers });
  });
  await page.goto(`${site.url}/test.html`);
  await page.waitForFunction(() => globalThis.told && document.querySelector(":not(:defined)") === null);
  return { page, complaints };
}

/** Events of one type so far. */
export async function toldOf(page: Page, type: string) {
  return (await page.evaluate(() => told)).filter((event) => event.type === type);
}

/** Paths of the app's sample photos, for a file chooser. */
export const sample = (name: string) => `dist/app/samples/${name}`;
