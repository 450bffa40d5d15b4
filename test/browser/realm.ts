/** A place that has the client and runs a test's functions: this process, or a page or a worker of a browser. */

import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { build } from "vite";
import { cutLibraries } from "../../build/cut/plugin.ts";
import type { ReplyServer } from "../setup/reply-server.ts";
import { launchBrowser, newPage } from "./browser.ts";
import { openWebKit } from "./webkit.ts";

declare global {
  /** The client's module, in the realm; for `evaluate`, whose functions can't import anything themselves. */
  var serving: typeof import("../../src/client/index.ts");
}

export type RealmName = "Node" | "Chromium" | "a worker in Chromium" | "Firefox" | "WebKit";

export interface Realm {
  /** Runs a function that refers to nothing but its argument and globals. */
  evaluate<A, R>(run: (argument: A) => R | Promise<R>, argument: A): Promise<R>;
  close(): Promise<void>;
}

/** Firefox as Debian and others install it, or at `FIREFOX_PATH`. */
export const firefoxPath =
  process.env.FIREFOX_PATH ??
  ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"].find(
    existsSync,
  );

/** A page and a module worker that have `/client.js` as `serving`. */
export const PAGE = `<!doctype html><title>client</title><link rel="icon" href="data:,">
<script type="module">import * as serving from "/client.js"; globalThis.serving = serving;</script>`;

export const WORKER = `import * as serving from "/client.js";
globalThis.serving = serving;
onmessage = async ({ data: { code, argument } }) => {
  try {
    postMessage({ value: await (0, eval)("(" + code + ")")(argument) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
};
postMessage("ready");`;

/** A module with all that it imports, as one text: the client and its two libraries, for instance. */
export async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    plugins: [cutLibraries()],
    build: {
      write: false,
      minify: false,
      sourcemap: process.env.COVERAGE_DIR ? "inline" : false,
      lib: { entry, formats: ["es"], fileName: "module" },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const [output] = result as unknown as [{ output: [{ code: string }] }];
  return output.output[0].code;
}

/** Puts the client and the realms' own files on a server whose replies a test makes. */
export async function serveClient(server: ReplyServer): Promise<void> {
  server.documents.set("/", { type: "text/html", body: PAGE });
  server.documents.set("/worker.js", { type: "text/javascript", body: WORKER });
  server.documents.set("/client.js", { type: "text/javascript", body: await bundle("src/client/index.ts") });
}

/** @param global of the page: when it is there, tests may begin */
export async function openRealm(name: RealmName, address: string, global = "serving"): Promise<Realm> {
  if (name === "Node") return openNode();
  if (name === "Firefox") return openFirefox(address, global);
  if (name === "WebKit") return openWebKit(address, global);
  const browser = await launchBrowser();
  const page = await newPage(browser);
  await page.goto(`${address}/`);
  await page.waitForFunction(() => "serving" in globalThis);
  const close = async () => {
    await page.close();
    await browser.close();
  };
  if (name === "Chromium") {
    return { evaluate: (run, argument) => page.evaluate(run as never, argument as never) as never, close };
  }
  await page.evaluate(async () => {
    const worker = new Worker("/worker.js", { type: "module" });
    await new Promise((ready) => worker.addEventListener("message", ready, { once: true }));
    Object.assign(globalThis, { worker });
  });
  return {
    evaluate: (run, argument) => page.evaluate(runInWorker, [String(run), argument] as const) as never,
    close,
  };
}

async function openNode(): Promise<Realm> {
  globalThis.serving = await import("../../src/client/index.ts");
  return { evaluate: async (run, argument) => run(argument), close: async () => {} };
}

/** In the page: hands a function's text to the worker. */
async function runInWorker([code, argument]: readonly [string, unknown]): Promise<unknown> {
  const { worker } = globalThis as unknown as { worker: Worker };
  const answer = new Promise<{ value?: unknown; error?: string }>((done) =>
    worker.addEventListener("message", ({ data }) => done(data), { once: true }),
  );
  worker.postMessage({ code, argument });
  const { value, error } = await answer;
  if (error !== undefined) throw new Error(error);
  return value;
}

async function openFirefox(address: string, global: string): Promise<Realm> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefoxPath!,
    headless: true,
  });
  const page = await browser.newPage();
  await page.goto(`${address}/`);
  await page.waitForFunction((wanted) => wanted in globalThis, {}, global);
  return {
    evaluate: (run, argument) => page.evaluate(run as never, argument as never) as never,
    close: () => browser.close(),
  };
}
