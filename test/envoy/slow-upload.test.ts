/** An upload that is slower than Envoy waits for, from a real Chromium: it is told, and made once. */

import { connect, createServer, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { envoyConfig } from "../../src/envoy/config.ts";
import { begin, frame, outcome, reply } from "../bridge/grpc-web-call.ts";
import { startWorker } from "../bridge/grpc-worker.ts";
import { freePort } from "../bridge/parts.ts";
import { withClientPage } from "../browser/with-client-page.ts";
import { howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";
import { runEnvoy } from "./proxies.ts";

/** Envoy with one of its limits for an upload set to a second. */
async function impatient(limit: string, origins: string[] = []) {
  const worker = await startWorker();
  const port = await freePort();
  const usual = envoyConfig({ listen: { host: "127.0.0.1", port }, workers: [worker.address], origins });
  const config = usual.replace(new RegExp(`\\b${limit}: \\d+s`), `${limit}: 1s`);
  expect(config).not.toBe(usual);
  const log: { method: string; http_status: number; grpc_status: number }[] = [];
  const envoy = await runEnvoy(config, { onAccess: (line) => log.push(JSON.parse(line)) });
  /** Calls so far. Envoy writes its log now and then, and at its end. */
  const calls = async () => {
    await envoy.close();
    return log.filter(({ method }) => method === "POST");
  };
  return { worker, port, calls };
}

/** A slow network on the way to a port: once told so, each connection brings only a little more there. */
async function startNetwork(port: number) {
  let slow = false;
  const sockets = new Set<Socket>();
  const server = createServer((page) => {
    let left = 2_000;
    const envoy = connect(port, "127.0.0.1");
    for (const socket of [page, envoy]) sockets.add(socket.on("error", () => {}));
    page.on("data", (data) => {
      const passed = slow ? data.subarray(0, left) : data;
      if (slow) left -= passed.length;
      envoy.write(passed);
    });
    page.on("end", () => envoy.end());
    envoy.pipe(page);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port: own } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${own}`,
    slowDown() {
      slow = true;
    },
  };
}

const opened = withClientPage();

describe.skipIf(skipWithoutEnvoy)(`an upload slower than Envoy waits for${howToGetEnvoy}`, () => {
  describe.each(["request_timeout", "stream_idle_timeout"])("longer than %s", (limit) => {
    it("is DEADLINE_EXCEEDED with HTTP 504, not 408", async () => {
      const { port, calls, worker } = await impatient(limit);
      const request = begin(port, { headers: { "content-length": "1000" } });
      const replied = reply(request);
      request.write(frame("x"));
      const answer = await replied;
      expect(answer.status).toBe(504);
      expect(outcome(answer)).toEqual({
        code: 4,
        message: "deadline exceeded: the upload took longer than allowed",
      });
      expect(worker.calls).toBe(0);
      expect(await calls()).toMatchObject([{ http_status: 504, grpc_status: 4 }]);
    });

    it("is told as a timeout to a page, which has sent it once, on a connection that was used before", async () => {
      const { page, server } = opened;
      const { port, calls } = await impatient(limit, [server.address]);
      const { url, slowDown } = await startNetwork(port);
      const infer = (bytes: number) =>
        page.evaluate(
          async ({ url, bytes }) => {
            const { Client, isError } = globalThis.serving;
            // The echo gives a request back as a reply; under release 1.2's field number its instances are the reply's.
            const client = new Client(url, "echo", "echo", { release: "1.2" });
            const result = await client.infer({ x: new Uint8Array(bytes) });
            return isError(result) ? { kind: result.kind, error: result.error } : "answered";
          },
          { url, bytes },
        );
      expect(await infer(10)).toBe("answered");
      slowDown();
      const failure = await infer(100_000);
      expect((await calls()).map((one) => one.http_status)).toEqual([200, 504]);
      expect(failure).toEqual({
        kind: "timeout",
        error: "deadline exceeded: the upload took longer than allowed",
      });
    });
  });
});
