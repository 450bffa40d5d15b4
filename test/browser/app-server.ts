/** The built app behind the real bridge, with a real gRPC worker: the servable `add` and one that gives back its input. */

import { Server, ServerCredentials } from "@grpc/grpc-js";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { serve } from "../../src/bridge/serve.ts";
import { rulesOf } from "../../src/demo-serving/protocol/release.ts";
import type { Servable } from "../../src/demo-serving/protocol/servable.ts";
import { addServable } from "../../src/demo-serving/servables/add.ts";
import { predictHandler, predictService } from "../../src/demo-serving/service.ts";

const echo: Servable = {
  name: "echo",
  versions: [1n],
  methods: new Map([
    ["same", { inputs: ["x"], run: (instances) => instances.map((one) => new Map([["x", one.get("x")!]])) }],
  ]),
};

export interface AppServer {
  url: string;
  /** Of the worker. */
  worker: string;
  /** Ends the worker alone. */
  stopWorker(): void;
  /** Ends the proxy, and with it the page's own server. */
  stopProxy(): Promise<void>;
  close(): Promise<void>;
}

export async function startApp({
  port = 0,
  origins = [] as string[],
  appDir = "dist/app",
  release = "1.5",
  servables = [] as readonly Servable[],
} = {}): Promise<AppServer> {
  const server = new Server({
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
  });
  server.addService(predictService, {
    Predict: predictHandler([addServable, echo, ...servables], rulesOf(release), 100 * 2 ** 20),
  });
  const bound = await new Promise<number>((found, fail) => {
    server.bindAsync("127.0.0.1:0", ServerCredentials.createInsecure(), (error, at) =>
      error ? fail(error) : found(at),
    );
  });
  const proxy = await serve({
    port,
    appDir,
    bridge: { worker: `127.0.0.1:${bound}`, origins },
    documents: { "/demo.json": { demo: false, command: "npm start --", worker: `127.0.0.1:${bound}` } },
  });
  return {
    url: proxy.url,
    worker: `127.0.0.1:${bound}`,
    stopWorker: () => server.forceShutdown(),
    stopProxy: () => proxy.close(),
    async close() {
      server.forceShutdown();
      await proxy.close();
    },
  };
}

/** The bar's status, as its dot and its words have it. */
export async function expectStatus(page: Page, words: string): Promise<void> {
  await expect.poll(() => page.locator("app-status .state").textContent(), { timeout: 8000 }).toBe(words);
}
