/** No call lasts longer than Envoy allows, whatever deadline it names, or none. */

import { describe, expect, it } from "vitest";
import { envoyConfig } from "../../src/envoy/config.ts";
import { call, frame, outcome } from "../bridge/grpc-web-call.ts";
import { startWorker } from "../bridge/grpc-worker.ts";
import { freePort } from "../bridge/parts.ts";
import { deferred } from "../setup/deferred.ts";
import { howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";
import { runEnvoy } from "./proxies.ts";

describe.skipIf(skipWithoutEnvoy)(`a model that never answers, behind Envoy${howToGetEnvoy}`, () => {
  it.each([
    ["a call that names no deadline", "max_stream_duration", {}],
    ["a call that names a longer deadline", "grpc_timeout_header_max", { "grpc-timeout": "1H" }],
  ])("%s ends at Envoy's own, at the page and at the worker", async (_, limit, headers) => {
    const cancelled = deferred<void>();
    const worker = await startWorker((incoming) => incoming.on("cancelled", () => cancelled.resolve()));
    const port = await freePort();
    const usual = envoyConfig({ listen: { host: "127.0.0.1", port }, workers: [worker.address] });
    const config = usual.replace(`${limit}: 300s`, `${limit}: 0.3s`);
    expect(config).not.toBe(usual);
    await runEnvoy(config);
    const reply = await call(port, frame("x"), { headers });
    expect(reply.status).toBe(504);
    expect(outcome(reply)).toEqual({
      code: 4,
      message: "deadline exceeded: the call took longer than allowed",
    });
    await cancelled.promise;
  });
});
