/** What a page relies on, through a real Envoy and through the bridge: development and production do not differ. */

import { connect } from "node:net";
import { describe, expect, it } from "vitest";
import { Client, isError, type Tensor, tensor, unwrap } from "../../src/client/index.ts";
import { startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { call, frame, outcome } from "../bridge/grpc-web-call.ts";
import { startWorker } from "../bridge/grpc-worker.ts";
import { freePort } from "../bridge/parts.ts";
import { deferred } from "../setup/deferred.ts";
import { proxies, startProxy, workerUp } from "./proxies.ts";
import { spawnWorker } from "./workers.ts";

const MB = 2 ** 20;
const one = {
  x1: tensor([
    [1, 1],
    [1, 1],
  ]),
  x2: tensor([
    [2, 2],
    [2, 2],
  ]),
};
const image = { image: new TextEncoder().encode("cat") };

for (const { name, skip, title } of proxies) {
  describe.skipIf(skip)(`through ${title}`, () => {
    it("a worker that is down at the start is told, and found when it comes", async () => {
      const port = await freePort();
      const { url } = await startProxy(name, [`127.0.0.1:${port}`]);
      expect(await new Client(url, "add", "add_common").infer(one)).toMatchObject({
        kind: "worker-down",
        code: 14,
      });
      expect((await fetch(`${url}/healthz`)).status).toBe(503);
      await spawnWorker(port);
      await workerUp(url);
      expect(isError(await new Client(url, "add", "add_common").infer(one))).toBe(false);
    });

    it("a worker killed in the middle of a call is told, and the next one serves", async () => {
      const first = await spawnWorker(0, 60_000);
      const { url } = await startProxy(name, [first.address]);
      const client = new Client(url, "resnet50", "classify_top1");
      const begun = first.classifying();
      const pending = client.infer(image);
      await begun;
      await first.kill();
      expect(await pending).toMatchObject({ kind: "worker-down", code: 14 });
      await spawnWorker(first.port);
      await workerUp(url);
      expect(unwrap(await client.infer(image))).toEqual([{ label: "cat, 1" }]);
    });

    // The echo gives a request back as a reply; under release 1.2's field number its instances are the reply's.
    const big = { release: "1.2", maxRequestBytes: 128 * MB } as const;

    it("90 MB go up and come back", async () => {
      const worker = await startWorker();
      const { url } = await startProxy(name, [worker.address]);
      const data = new Float32Array((90 * MB) / 4).map((_, i) => i);
      const [echoed] = unwrap(await new Client(url, "echo", "echo", big).infer({ x: data }));
      const back = unwrap(echoed!).x as Tensor<"float32">;
      expect(
        Buffer.compare(
          Buffer.from(back.data.buffer, back.data.byteOffset, back.data.byteLength),
          Buffer.from(data.buffer),
        ),
      ).toBe(0);
    });

    it("a request above the worker's limit gets the worker's own words", async () => {
      const worker = await startDemoServing({ port: 0 });
      try {
        const { url } = await startProxy(name, [worker.address]);
        const result = await new Client(url, "add", "add_common", big).infer({
          x1: new Uint8Array(101 * MB),
          x2: 1,
        });
        expect(result).toMatchObject({
          kind: "too-large",
          code: 8,
          error: expect.stringMatching(/^Received message larger than max \(1059\d+ vs\. 104857600\)$/),
        });
        // The connection behind the proxy is none the worse for it.
        expect(isError(await new Client(url, "add", "add_common").infer(one))).toBe(false);
      } finally {
        await worker.close();
      }
    });

    it("a call slower than its deadline ends, at the page and at the worker", async () => {
      const cancelled = deferred<void>();
      const worker = await startWorker((incoming) => incoming.on("cancelled", () => cancelled.resolve()));
      const { url, port } = await startProxy(name, [worker.address]);
      expect(await new Client(url, "a", "b").infer({ x: 1 }, { timeoutMs: 2000 })).toMatchObject({
        kind: "timeout",
        code: 4,
      });
      await cancelled.promise;
      // The proxy's own clock, asked by one who has none.
      const reply = await call(port, frame("x"), { headers: { "grpc-timeout": "200m" } });
      expect(outcome(reply).code).toBe(4);
    });

    it("a cancelled call ends at the worker", async () => {
      const controller = new AbortController();
      const cancelled = deferred<void>();
      const worker = await startWorker((incoming) => {
        incoming.on("cancelled", () => cancelled.resolve());
        controller.abort();
      });
      const { url } = await startProxy(name, [worker.address]);
      const pending = new Client(url, "a", "b").infer({ x: 1 }, { signal: controller.signal });
      await expect(pending).rejects.toMatchObject({ name: "AbortError" });
      await cancelled.promise;
    });

    it.each([
      ["POST", "/mindspore.serving.proto.MSMaster/Exit"],
      ["POST", "/mindspore.serving.proto.MSWorker/Predict"],
      ["POST", "/mindspore.serving.proto.MSAgent/Predict"],
      ["POST", "/mindspore.serving.proto.MSService/Predict/"],
      ["POST", "/mindspore.serving.proto.MSService%2fPredict"],
      ["POST", "/mindspore.serving.proto.MSService%5cPredict"],
      ["POST", "/x/..%2fmindspore.serving.proto.MSService/Predict"],
      ["POST", "/"],
      ["GET", "/mindspore.serving.proto.MSService/Predict"],
      ["PUT", "/mindspore.serving.proto.MSService/Predict"],
      ["DELETE", "/index.html"],
      ["GET", "/../envoy.yaml"],
      ["GET", "/config_dump"],
    ])("%s %s reaches no worker", async (method, path) => {
      const worker = await startWorker();
      const { port } = await startProxy(name, [worker.address]);
      const { status } = await call(port, method === "POST" ? frame("x") : "", { method, path });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(worker.calls).toBe(0);
    });

    it("no page is kept out by a thousand idle connections", async () => {
      const worker = await startWorker();
      const { url, port } = await startProxy(name, [worker.address]);
      const idle = await Promise.all(
        Array.from({ length: 1000 }, () => {
          const socket = connect(port, "127.0.0.1");
          socket.on("error", () => {});
          return new Promise<typeof socket>((open) => socket.on("connect", () => open(socket)));
        }),
      );
      expect(isError(await new Client(url, "echo", "echo", big).infer({ x: 1 }))).toBe(false);
      for (const socket of idle) socket.destroy();
    });
  });
}
