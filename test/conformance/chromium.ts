/** The client in a page of a real Chromium. */

import { launchBrowser } from "../browser/browser.ts";
import { bundle } from "../browser/realm.ts";
import { ReplyServer } from "../setup/reply-server.ts";
import type { Call, CallResult } from "./call.ts";

declare global {
  /** `makeCall` of call.ts, in the page. */
  var makeCall: typeof import("./call.ts").makeCall;
}

const PAGE = `<!doctype html><title>conformance</title>
<script type="module">import { makeCall } from "/call.js"; globalThis.makeCall = makeCall;</script>`;

export async function openChromium() {
  const server = await ReplyServer.start();
  server.documents.set("/", { type: "text/html", body: PAGE });
  server.documents.set("/call.js", {
    type: "text/javascript",
    body: await bundle("test/conformance/call.ts"),
  });
  const browser = await launchBrowser();
  // The reference server's certificate is its own.
  const page = await browser.newPage({ ignoreHTTPSErrors: true });
  await page.goto(server.address);
  await page.waitForFunction(() => "makeCall" in globalThis);
  return {
    makeCall: (call: Call): Promise<CallResult> => page.evaluate((call) => globalThis.makeCall(call), call),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
