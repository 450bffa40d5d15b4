/** Three workers behind one Envoy, and one of them dies under load. */

import { describe, expect, it, onTestFinished } from "vitest";
import { Client } from "../../src/client/index.ts";
import { launchBrowser } from "../browser/browser.ts";
import { openClientPage } from "../browser/client-page.ts";
import { howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";
import { startProxy, workerUp } from "./proxies.ts";
import { spawnWorker } from "./workers.ts";

const CALLS = 400;
const AT_A_TIME = 8;

/** How long a worker takes, in milliseconds, so that the one that dies has calls in hand. */
const EACH_MS = 100;

/** In the page: each call has an image of its own, and its label is looked at. A quarter of the way `killOne` is called. */
async function load({ url, calls, atATime }: { url: string; calls: number; atATime: number }) {
  const { Client, isError, unwrap } = globalThis.serving;
  let tries = 0;
  const counting = {
    intercept(request: never, invoke: (request: never) => Promise<never>) {
      tries++;
      return invoke(request);
    },
  };
  const options = { retry: true, timeoutMs: 20_000, interceptors: [counting] };
  const client = new Client(url, "resnet50", "classify_top1", options);
  const wrong: unknown[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      while (next < calls) {
        const n = next++;
        if (n === calls / 4) (globalThis as unknown as { killOne(): void }).killOne();
        const result = await client.infer({ image: new TextEncoder().encode(`photo ${n}`) });
        const label = isError(result) ? result.error : unwrap(result[0]!).label;
        if (label !== `photo ${n}, 1`) wrong.push({ n, label });
      }
    }),
  );
  return { wrong, tries };
}

describe.skipIf(skipWithoutEnvoy)(`three workers behind Envoy${howToGetEnvoy}`, () => {
  it("one is killed under a page's load: not one wrong or lost result", async () => {
    const workers = await Promise.all([1, 2, 3].map(() => spawnWorker(0, EACH_MS)));
    const browser = await launchBrowser();
    onTestFinished(() => browser.close());
    const { page, server, close } = await openClientPage(browser);
    onTestFinished(close);
    const { url } = await startProxy(
      "Envoy",
      workers.map(({ address }) => address),
      { origins: [server.address] },
    );
    await workerUp(url);
    await page.exposeFunction("killOne", () => {
      void workers[1]!.classifying().then(workers[1]!.kill);
    });
    const { wrong, tries } = await page.evaluate(load, { url, calls: CALLS, atATime: AT_A_TIME });
    console.log(
      `${CALLS} calls, ${AT_A_TIME} at a time, one of three workers killed: ${wrong.length} wrong or lost, ${tries - CALLS} sent again by the client`,
    );
    expect(wrong).toEqual([]);
    // Else it died with nothing in hand, and nothing is proved.
    expect(tries).toBeGreaterThan(CALLS);
  });

  it("calls are spread over all of them", async () => {
    const workers = await Promise.all([spawnWorker(0, 20), spawnWorker(0, 20), spawnWorker(0, 20)]);
    const { url } = await startProxy(
      "Envoy",
      workers.map(({ address }) => address),
    );
    await workerUp(url);
    const each = Promise.all(workers.map((worker) => worker.classifying()));
    const client = new Client(url, "resnet50", "classify_top1");
    const image = { image: new TextEncoder().encode("cat") };
    await Promise.all(Array.from({ length: 30 }, () => client.infer(image)));
    await each;
  });
});
