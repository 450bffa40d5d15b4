/** Pages of other origins, in a real Chromium: those on the list can read results and errors, others nothing. */

import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { envoyConfig } from "../../src/envoy/config.ts";
import { startWorker as startEcho } from "../bridge/grpc-worker.ts";
import { freePort } from "../bridge/parts.ts";
import { launchBrowser } from "../browser/browser.ts";
import { withClientPage } from "../browser/with-client-page.ts";
import { selfSigned } from "../setup/certificate.ts";
import { deferred } from "../setup/deferred.ts";
import { howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";
import { proxies, runEnvoy, startProxy, workerUp } from "./proxies.ts";
import { spawnWorker } from "./workers.ts";

const opened = withClientPage();

/** One call from the page; `abort` ends it as soon as the test says so. */
function infer(
  address: string,
  method: string,
  options: { abortable?: boolean; retry?: boolean; credentials?: RequestCredentials } = {},
) {
  return opened.page.evaluate(
    async ({ address, method, abortable, retry, credentials }) => {
      const { Client, tensor } = globalThis.serving;
      const controller = new AbortController();
      if (abortable) Object.assign(globalThis, { abortCall: () => controller.abort() });
      const square = tensor([
        [1, 1],
        [1, 1],
      ]);
      try {
        const client = new Client(address, "add", method, {
          retry: retry ?? false,
          credentials: credentials ?? "same-origin",
        });
        const result = await client.infer({ x1: square, x2: square }, { signal: controller.signal });
        return Array.isArray(result) ? result.map((outcome) => Object.values(outcome).map(String)) : result;
      } catch (error) {
        return (error as Error).name;
      }
    },
    { address, method, ...options },
  );
}

describe.skipIf(skipWithoutEnvoy)(`HTTP/2, over TLS, through Envoy${howToGetEnvoy}`, () => {
  it("a request above the worker's limit gets the worker's own words", async () => {
    const worker = await startDemoServing({ port: 0 });
    onTestFinished(() => worker.close());
    const port = await freePort();
    const listen = { host: "127.0.0.1", port };
    const origins = [opened.server.address];
    const config = envoyConfig({ listen, workers: [worker.address], origins, tls: selfSigned() });
    await runEnvoy(config);
    const context = await opened.browser.newContext({ ignoreHTTPSErrors: true });
    onTestFinished(() => context.close());
    const page = await context.newPage();
    await page.goto(opened.server.address);
    await page.waitForFunction(() => "serving" in globalThis);
    expect(await tooLarge(page, `https://127.0.0.1:${port}`)).toMatchObject({
      kind: "too-large",
      code: 8,
      error: expect.stringMatching(/^Received message larger than max \(10\d+ vs\. 104857600\)$/),
    });
  });
});

/** 101 MB from a page whose own limit is higher than the worker's. */
function tooLarge(page: Page, address: string) {
  return page.evaluate(async (address) => {
    const client = new globalThis.serving.Client(address, "add", "add_common", { maxRequestBytes: 2 ** 29 });
    return client.infer({ x1: new Blob([new Uint8Array(101 * 2 ** 20)]), x2: 1 });
  }, address);
}

for (const { name, skip, title } of proxies) {
  describe.skipIf(skip)(`a page of another origin, through ${title}`, () => {
    it.each([
      ["that is on the list", () => ({ origins: [opened.server.address] })],
      ["that is of this machine, where such may call,", () => ({ localPages: true })],
    ])("%s reads results, Serving's errors, the proxy's errors", async (_, allowed) => {
      const worker = await spawnWorker();
      const { url } = await startProxy(name, [worker.address], allowed());
      await workerUp(url);
      expect(await infer(url, "add_common")).toEqual([["array([[2., 2.], [2., 2.]], dtype=float32)"]]);
      expect(await infer(url, "add_common2")).toMatchObject({ kind: "method-not-available" });
      await worker.kill();
      expect(await infer(url, "add_common")).toMatchObject({
        kind: "worker-down",
        code: 14,
        error: expect.stringMatching(/upstream|worker/),
      });
    });

    it("that is on the list may send its cookies along", async () => {
      const worker = await spawnWorker();
      const { url } = await startProxy(name, [worker.address], { origins: [opened.server.address] });
      await workerUp(url);
      const result = await infer(url, "add_common", { credentials: "include" });
      expect(result).toEqual([["array([[2., 2.], [2., 2.]], dtype=float32)"]]);
    });

    it("that is not gets nothing, and is told that it is CORS", async () => {
      const echo = await startEcho();
      const { url } = await startProxy(name, [echo.address], { origins: ["https://other.example"] });
      expect(await infer(url, "add_common")).toMatchObject({
        kind: "cors",
        error: expect.stringMatching(/hides its reply from this page/),
      });
      expect(echo.calls).toBe(0);
    });

    it("whose name only begins as this machine's does gets nothing, where pages of this machine may call", async () => {
      const echo = await startEcho();
      const { url } = await startProxy(name, [echo.address], { localPages: true });
      const strange = await launchBrowser(["--host-resolver-rules=MAP *.example 127.0.0.1"]);
      onTestFinished(() => strange.close());
      const page = await strange.newPage();
      const port = new URL(opened.server.address).port;
      for (const origin of [
        "http://localhost",
        "http://localhost.evil.example",
        "http://127.0.0.1.evil.example",
      ]) {
        await page.goto(`${origin}:${port}/`);
        await page.waitForFunction(() => "serving" in globalThis);
        const result = await page.evaluate(async (url) => {
          const { Client, isError } = globalThis.serving;
          const result = await new Client(url, "echo", "echo").infer({ x: 1 });
          return isError(result) ? result.kind : "answered";
        }, url);
        expect([origin, result === "cors"]).toEqual([origin, origin !== "http://localhost"]);
      }
      expect(echo.calls).toBe(1);
    });

    it("90 MB go up from a page and come back to it", async () => {
      const worker = await startEcho();
      const { url } = await startProxy(name, [worker.address], { origins: [opened.server.address] });
      const same = await opened.page.evaluate(async (address) => {
        const { Client, unwrap } = globalThis.serving;
        // The echo gives a request back as a reply; under release 1.2's field number its instances are the reply's.
        const client = new Client(address, "echo", "echo", { release: "1.2", maxRequestBytes: 2 ** 27 });
        const sent = new Uint32Array((90 * 2 ** 20) / 4).map((_, i) => i * 2654435761);
        const [outcome] = unwrap(await client.infer({ x: sent }));
        const { data } = unwrap(outcome!).x as { data: Uint32Array };
        return data.length === sent.length && data.every((value, i) => value === sent[i]);
      }, url);
      expect(same).toBe(true);
    });

    it("a request above the worker's limit is told to be too large", async () => {
      const worker = await startDemoServing({ port: 0 });
      onTestFinished(() => worker.close());
      const { url } = await startProxy(name, [worker.address], { origins: [opened.server.address] });
      // Envoy cuts an HTTP/1.1 connection whose upload is refused on the way, so there the text is the client's own.
      const text =
        name === "Envoy" ? /was cut while sending 10\d+ bytes/ : /^Received message larger than max/;
      expect(await tooLarge(opened.page, url)).toMatchObject({
        kind: "too-large",
        code: 8,
        error: expect.stringMatching(text),
      });
    });

    it("a call that the page cancels ends at the worker", async () => {
      const begun = deferred();
      const cancelled = deferred();
      const worker = await startEcho((call) => {
        call.on("cancelled", () => cancelled.resolve());
        begun.resolve();
      });
      const { url } = await startProxy(name, [worker.address], { origins: [opened.server.address] });
      const pending = infer(url, "add_common", { abortable: true });
      await begun.promise;
      await opened.page.evaluate(() => (globalThis as unknown as { abortCall(): void }).abortCall());
      expect(await pending).toBe("AbortError");
      await cancelled.promise;
    });
  });
}
