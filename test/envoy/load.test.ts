/** Three workers behind one Envoy, and one of them dies under load. */

import { describe, expect, it } from "vitest";
import { Client, isError, type Tensor, tensor } from "../../src/client/index.ts";
import { howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";
import { startProxy, workerUp } from "./proxies.ts";
import { spawnWorker } from "./workers.ts";

const CALLS = 400;
const AT_A_TIME = 8;

describe.skipIf(skipWithoutEnvoy)(`three workers behind Envoy${howToGetEnvoy}`, () => {
  it("one is killed under load: not one wrong or lost result", async () => {
    const workers = await Promise.all([spawnWorker(), spawnWorker(), spawnWorker()]);
    const { url } = await startProxy(
      "Envoy",
      workers.map(({ address }) => address),
    );
    await workerUp(url);
    let tries = 0;
    const counting = {
      intercept: (request: never, invoke: (request: never) => Promise<never>) => {
        tries++;
        return invoke(request);
      },
    };
    const client = new Client(url, "add", "add_common", {
      retry: true,
      timeoutMs: 20_000,
      interceptors: [counting],
    });
    const square = (n: number) =>
      tensor([
        [n, n],
        [n, n],
      ]);
    const wrong: unknown[] = [];
    let next = 0;
    const run = async () => {
      while (next < CALLS) {
        const n = next++;
        if (n === CALLS / 4) void workers[1]!.kill();
        const result = await client.infer({ x1: square(n), x2: square(1) });
        const y = isError(result) || isError(result[0]) ? undefined : (result[0]!.y as Tensor);
        if (JSON.stringify(y?.toArray()) !== JSON.stringify(square(n + 1).toArray()))
          wrong.push({ n, result });
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, run));
    console.log(
      `${CALLS} calls, ${AT_A_TIME} at a time, one of three workers killed: ${wrong.length} wrong or lost, ${tries - CALLS} sent again by the client`,
    );
    expect(wrong).toEqual([]);
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
