/** What a real Envoy tells of a call's time. */

import { expect, it } from "vitest";
import { Client } from "../../src/client/index.ts";
import { startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { CallLog } from "../../src/inspect/index.ts";
import { startProxy } from "../envoy/proxies.ts";
import { howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";

it.skipIf(skipWithoutEnvoy)(
  `through Envoy the server's share of the time is known${howToGetEnvoy}`,
  async () => {
    const worker = await startDemoServing({ port: 0 });
    const { url } = await startProxy("Envoy", [worker.address]);
    const log = new CallLog();
    const slow = new Client(url, "slow", "wait", { interceptors: [log.interceptor] });
    await slow.infer({ seconds: 0.3 });
    await worker.close();
    expect(log.calls[0]).toMatchObject({ state: "done", times: { serverBy: "envoy" } });
    const { serverMs = 0, uploadMs = 0, waitMs = 0 } = log.calls[0]!.times;
    expect(serverMs).toBeGreaterThanOrEqual(299);
    expect(uploadMs + serverMs).toBeCloseTo(waitMs);
  },
);
