/** `probe()` through the bridge, against the demo worker as each release. */

import { afterEach, describe, expect, it } from "vitest";
import { serve } from "../../src/bridge/serve.ts";
import { Client } from "../../src/client/index.ts";
import { startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { fakeClassifier } from "../demo-serving/fake-classifier.ts";

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of closing.splice(0).reverse()) await part.close();
});

async function start(release: string): Promise<{ address: string; stopWorker(): Promise<void> }> {
  const worker = await startDemoServing({ port: 0, release, classifier: fakeClassifier() });
  const proxy = await serve({ port: 0, appDir: "dist/app", bridge: { worker: worker.address } });
  closing.push(worker, proxy);
  return { address: proxy.url, stopWorker: () => worker.close() };
}

describe("probe()", () => {
  it.each([
    ["1.1", { from: "1.1", to: "1.1" }],
    ["1.2", { from: "1.2", to: "1.2" }],
    ["1.3", { from: "1.3", to: "1.4" }],
    ["1.4", { from: "1.3", to: "1.4" }],
    ["1.5", { from: "1.5", to: "2.0" }],
    ["2.0", { from: "1.5", to: "2.0" }],
  ])("finds release %s, the servable, the method and its inputs", async (name, release) => {
    const { address } = await start(name);
    const up = { proxy: true, worker: true, release, servable: true, method: true };
    expect(await new Client(address, "add", "add_common").probe()).toEqual({ ...up, inputs: ["x1", "x2"] });
    expect(await new Client(address, "resnet50", "classify_top1").probe()).toEqual({
      ...up,
      inputs: ["image"],
    });
  });

  it("names what is missing, and what to do", async () => {
    const { address, stopWorker } = await start("1.5");
    expect(await new Client(address, "ad", "add_common").probe()).toMatchObject({
      worker: true,
      servable: false,
      error: { kind: "servable-not-available", hint: { en: expect.any(String) } },
    });
    expect(await new Client(address, "add", "add_common", { version: 7 }).probe()).toMatchObject({
      servable: false,
    });
    expect(await new Client(address, "add", "add_common2").probe()).toMatchObject({
      servable: true,
      method: false,
      error: { kind: "method-not-available" },
    });
    await stopWorker();
    expect(await new Client(address, "add", "add_common").probe()).toMatchObject({
      proxy: true,
      worker: false,
      error: { kind: "worker-down" },
    });
    await closing.pop()!.close();
    expect(await new Client(address, "add", "add_common").probe()).toMatchObject({
      proxy: false,
      worker: false,
      error: { kind: "proxy-unreachable" },
    });
  });

  it("ends with the caller's abort", async () => {
    const { address } = await start("1.5");
    const signal = AbortSignal.abort();
    await expect(new Client(address, "add", "add_common").probe({ signal })).rejects.toMatchObject({
      name: "AbortError",
    });
  });
});
