/** A page that has the client as a module, on the origin of a server whose replies the test makes. */

import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { ReplyServer } from "../setup/reply-server.ts";
import { newPage } from "./browser.ts";

declare global {
  /** The client's module in the page; for `page.evaluate`, whose code can't import anything itself. */
  var serving: typeof import("../../src/client/index.ts");
}

const PAGE = `<!doctype html><title>client</title>
<script type="module">import * as serving from "/client.js"; globalThis.serving = serving;</script>`;

/** The client and its two libraries as one module. */
async function bundleClient(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      lib: { entry: "src/client/index.ts", formats: ["es"], fileName: "client" },
      rolldownOptions: { onLog: (level, log, report) => log.code === "EVAL" || report(level, log) },
    },
  });
  const [output] = result as unknown as [{ output: [{ code: string }] }];
  return output.output[0].code;
}

export interface ClientPage {
  page: Page;
  server: ReplyServer;
  close(): Promise<void>;
}

export async function openClientPage(browser: Browser): Promise<ClientPage> {
  const server = await ReplyServer.start();
  server.documents.set("/", { type: "text/html", body: PAGE });
  server.documents.set("/client.js", { type: "text/javascript", body: await bundleClient() });
  const page = await newPage(browser);
  await page.goto(`${server.address}/`);
  await page.waitForFunction(() => "serving" in globalThis);
  return {
    page,
    server,
    async close() {
      await page.close();
      await server.close();
    },
  };
}
