/**
 * "Use it in your code": what each tab says is copied from the running app and put where it belongs, on a page of
 * another origin, in a real Chromium: a whole page as it is, a module and a React component as Vite builds them.
 */

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cutLibraries } from "../../build/cut/plugin.ts";
import { contentTypeOf } from "../../src/bridge/content-type.ts";
import { sample } from "../elements/site.ts";
import { ReplyServer } from "../setup/reply-server.ts";
import { type AppServer, startApp } from "./app-server.ts";
import { complaintsOf, launchBrowser, newPage } from "./browser.ts";
import { flowers } from "./own-classifier.ts";

let browser: Browser;
/** Pages of somebody else, on an origin of their own. */
let site: ReplyServer;
let app: AppServer;
let page: Page;
let complaints: string[];
/** What the page said in its console. */
let said: string[];
/** Headers of the calls that the page made. */
let sent: Record<string, string>[];
beforeAll(async () => {
  browser = await launchBrowser();
  site = await ReplyServer.start();
  site.documents.set("/favicon.ico", { type: "image/png", body: "" });
  app = await startApp({ servables: [flowers], origins: [site.address] });
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await site?.close();
});
beforeEach(async () => {
  page = await newPage(browser);
  complaints = complaintsOf(page);
  said = [];
  sent = [];
  page.on("console", async (message) => {
    const words = await Promise.all(
      message.args().map((one) => one.evaluate((value) => String(value?.label ?? value))),
    );
    said.push(words.join(" "));
  });
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.headers());
  });
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.close();
});

interface Asked {
  settings?: Record<string, unknown>;
  /** Of the app. */
  place?: string;
  /** Done before the code is asked for. */
  before?: () => Promise<void>;
  several?: boolean;
}

type Tab = "HTML" | "TypeScript" | "React";

/** What a reader copies from the tab. */
async function codeOf(
  tab: Tab,
  { settings = {}, place = "", before, several = true }: Asked,
): Promise<string> {
  await page.goto(app.url);
  await page.evaluate((settings) => localStorage.setItem("settings", JSON.stringify(settings)), settings);
  const { metadata } = settings;
  if (metadata) {
    await page.evaluate((kept) => sessionStorage.setItem("settings", JSON.stringify(kept)), { metadata });
  }
  await page.goto(`${app.url}/?${place}#/${place}`);
  if (place === "" && settings.servable) await page.getByText("as its input picture").waitFor();
  await before?.();
  await page.getByRole("button", { name: "Use it in your code" }).filter({ visible: true }).click();
  await page.getByRole("tab", { name: tab }).click();
  if (!several) await page.getByRole("checkbox", { name: "Several files at a time" }).uncheck();
  return (await page.locator("app-code-view pre").textContent())!;
}

/** Puts the code where it belongs, and opens the page. */
async function paste(tab: Tab, code: string): Promise<void> {
  if (tab === "HTML") site.documents.set("/page.html", { type: "text/html", body: code });
  else await bundle(tab, code);
  sent = [];
  await page.goto(`${site.address}/page.html`);
}

/** As Vite's templates have it: `main.ts`, and for React a `main.tsx` that shows the component. */
async function bundle(tab: Tab, code: string): Promise<void> {
  await mkdir(".cache", { recursive: true });
  const folder = await mkdtemp(resolve(".cache/pasted-"));
  try {
    if (tab === "TypeScript") await writeFile(join(folder, "main.ts"), code);
    else await writeFile(join(folder, "ServingCall.tsx"), code);
    await writeFile(join(folder, "main.tsx"), REACT_MAIN);
    await writeFile(join(folder, "tsconfig.json"), '{ "compilerOptions": { "jsx": "react-jsx" } }');
    const main = tab === "TypeScript" ? "main.ts" : "main.tsx";
    await writeFile(
      join(folder, "page.html"),
      `<!doctype html><html lang="en"><title>Page</title><body><div id="root"></div><script type="module" src="./${main}"></script></body></html>`,
    );
    await build({
      root: folder,
      configFile: false,
      logLevel: "error",
      plugins: [cutLibraries()],
      resolve: {
        alias: [
          { find: "mindspore-serving-web/image", replacement: resolve("src/image/index.ts") },
          { find: "mindspore-serving-web", replacement: resolve("src/client/index.ts") },
        ],
      },
      build: {
        target: "es2022",
        rolldownOptions: {
          input: join(folder, "page.html"),
        },
      },
    });
    for (const name of await readdir(join(folder, "dist"), { recursive: true })) {
      if (!name.includes(".")) continue;
      const body = await readFile(join(folder, "dist", name));
      site.documents.set(`/${name}`, { type: contentTypeOf(name), body });
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

const REACT_MAIN = `import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ServingCall } from "./ServingCall.tsx";

createRoot(document.getElementById("root")!).render(<StrictMode><ServingCall /></StrictMode>);
`;

const chooser = () => page.locator("input[type=file]").first();
const give = (...names: string[]) => chooser().setInputFiles(names.map(sample));
const isMultiple = () => chooser().evaluate((input: HTMLInputElement) => input.multiple);

/** What a reader, or the console, is told of each photo, in the order of their names. */
async function told(tab: Tab): Promise<string[]> {
  if (tab === "TypeScript") return said.toSorted();
  const lines =
    tab === "React"
      ? await page.locator("li").allTextContents()
      : await page
          .getByRole("article")
          .evaluateAll((cards) =>
            cards.map(
              (card) => `${card.getAttribute("aria-label")} ${card.querySelector(".best")?.textContent}`,
            ),
          );
  return lines.map((line) => line.replace(": label:", "")).toSorted();
}

describe.each<Tab>(["HTML", "TypeScript", "React"])("the %s of the page Classify", (tab) => {
  const size = { servable: "flowers", method: "size" };

  it("takes several photos, for the method that is set and its input", async () => {
    await paste(tab, await codeOf(tab, { settings: size }));
    await chooser().waitFor({ state: "attached" });
    expect(await isMultiple()).toBe(true);
    await give("panda.jpg", "dome.jpg");
    await expect
      .poll(() => told(tab))
      .toEqual([
        expect.stringMatching(/^dome\.jpg \d+ x \d+$/),
        expect.stringMatching(/^panda\.jpg \d+ x \d+$/),
      ]);
    expect(sent.every((headers) => !headers.authorization)).toBe(true);
  });

  it("takes one, makes it smaller, and sends version, timeout and a place for headers", async () => {
    const metadata = { "x-user": "s3cret" };
    const settings = { ...size, version: "1", timeoutMs: 9000, shrink: true, metadata };
    const code = await codeOf(tab, { settings, several: false });
    expect(code).not.toContain("s3cret");
    await paste(tab, code);
    await chooser().waitFor({ state: "attached" });
    expect(await isMultiple()).toBe(false);
    const large = await sharp(sample("panda.jpg")).resize(1200, 900).jpeg().toBuffer();
    await chooser().setInputFiles([{ name: "large.jpg", mimeType: "image/jpeg", buffer: large }]);
    await expect.poll(() => told(tab)).toEqual(["large.jpg 640 x 480"]);
    expect(sent.map((headers) => headers["x-user"])).toEqual(["YOUR-X-USER"]);
    expect(sent.map((headers) => headers["grpc-timeout"])).toEqual([
      expect.stringMatching(/^[89]\d\d\dm$|^9S$/),
    ]);
  });

  it("does nothing where nothing is chosen", async () => {
    await paste(tab, await codeOf(tab, { settings: size }));
    await chooser().waitFor({ state: "attached" });
    await chooser().evaluate((input) => input.dispatchEvent(new Event("change", { bubbles: true })));
    await give("panda.jpg");
    await expect.poll(() => told(tab)).toEqual([expect.stringMatching(/^panda\.jpg \d+ x/)]);
    expect(sent).toHaveLength(1);
  });
});

const SUMS = ["array([[2., 2.], [2., 2.]], dtype=float32)", "array([[4., 4.], [4., 4.]], dtype=float32)"];

describe.each<Tab>(["HTML", "TypeScript", "React"])("the %s of other calls", (tab) => {
  /** Text of the page, or what it said in the console; blanks as one. */
  async function answer(): Promise<string> {
    const shown = await page.locator("body").evaluate((body) => {
      const roots = [...body.querySelectorAll("*")].flatMap((one) => one.shadowRoot ?? []);
      return [body, ...roots].map((root) => root.textContent).join(" ");
    });
    return `${said.join(" ")} ${shown}`.replace(/\s+/g, " ");
  }

  it("makes Add's calls", async () => {
    await paste(tab, await codeOf(tab, { place: "add" }));
    if (tab !== "TypeScript") await page.getByRole("button", { name: "Run" }).click();
    if (tab === "TypeScript") await expect.poll(() => said.length).toBe(3);
    else for (const sum of SUMS) await expect.poll(answer).toContain(sum);
  });

  it("asks for the file that is among a playground's inputs, though none is chosen there yet", async () => {
    const before = async () => {
      await page.getByRole("combobox", { name: "kind of image" }).selectOption("bytes");
      await page.getByRole("textbox", { name: "values of mask" }).fill("1 2");
    };
    const place = "playground?servable=flowers&method=segment";
    await paste(tab, await codeOf(tab, { place, before }));
    await page.getByRole("button", { name: "Run" }).click();
    await give("panda.jpg");
    await page.getByRole("button", { name: "Run" }).click();
    await expect.poll(answer).toMatch(/label( =|:) 1\b|^1\b/);
    // The first time, without a file, nothing was sent.
    expect(sent).toHaveLength(1);
  });
});
