/** An application's build: what it loads before its first call, and what a call by grpc-web's own transport adds. */

import type { Browser } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from "vitest";
import { cutLibraries } from "../../build/cut/plugin.ts";
import { launchBrowser, newPage } from "../browser/browser.ts";
import type {} from "../browser/realm.ts";
import { ReplyServer } from "../setup/reply-server.ts";

const ENTRY = "application.js";

let server: ReplyServer;
let browser: Browser;
let chunks: string[];
beforeAll(async () => {
  [server, browser] = await Promise.all([ReplyServer.start(), launchBrowser()]);
  const result = await build({
    configFile: false,
    logLevel: "error",
    plugins: [cutLibraries()],
    build: {
      write: false,
      target: "es2022",
      rolldownOptions: {
        input: "src/client/index.ts",
        preserveEntrySignatures: "strict",
        output: { entryFileNames: ENTRY },
      },
    },
  });
  const { output } = result as unknown as { output: { fileName: string; code: string }[] };
  chunks = output.map(({ fileName }) => `/${fileName}`);
  for (const { fileName, code } of output) {
    server.documents.set(`/${fileName}`, { type: "text/javascript", body: code });
  }
  const script = `import * as serving from "/${ENTRY}"; globalThis.serving = serving;`;
  const body = `<!doctype html><title>application</title><script type="module">${script}</script>`;
  server.documents.set("/", { type: "text/html", body });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

let loaded: string[];
beforeEach(() => {
  loaded = [];
  server.answerReplies({ instances: [], errors: [{ code: 2, text: "no" }] });
});

/** A call in a page of its own. @returns the error that it got */
async function call(transport: "fetch" | "grpc-web", without?: string): Promise<string> {
  const page = await newPage(browser);
  onTestFinished(() => page.close());
  page.on("request", (request) => void loaded.push(new URL(request.url()).pathname));
  if (without) await page.route(`**${without}`, (route) => route.abort());
  await page.goto(server.address);
  await page.waitForFunction(() => "serving" in globalThis);
  return page.evaluate(async (transport) => {
    const client = new globalThis.serving.Client("", "add", "add_common", { release: "2.0", transport });
    const { error, kind } = (await client.infer({ x: 1 })) as { error: string; kind: string };
    return `${kind}: ${error}`;
  }, transport);
}

it("a call loads no script but the first", async () => {
  expect(await call("fetch")).toBe("invalid-input: no");
  expect(loaded.filter((path) => path.endsWith(".js"))).toEqual([`/${ENTRY}`]);
});

it("a call by grpc-web's own transport loads the whole of grpc-web, and works", async () => {
  expect(await call("grpc-web")).toBe("invalid-input: no");
  const scripts = loaded.filter((path) => path.endsWith(".js"));
  expect(scripts.length).toBeGreaterThan(1);
  expect(scripts.toSorted()).toEqual(chunks.toSorted());
});

it("where that can't be loaded the call has an error that says so", async () => {
  const later = chunks.find((path) => path !== `/${ENTRY}`)!;
  expect(await call("grpc-web", later)).toMatch(
    /^proxy-unreachable: the part of this page that holds grpc-web's own transport can't be loaded: .*dynamically imported/,
  );
});
