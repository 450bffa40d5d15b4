/** The proxy in front of the worker: a real Envoy where there is one, else the embedded bridge. */

import { createServer } from "node:net";
import { serve } from "../bridge/serve.ts";
import { envoyConfig } from "../envoy/config.ts";
import { findEnvoy, startEnvoy } from "../envoy/process.ts";
import type { Parts } from "./lifecycle.ts";
import type { PageOptions } from "./page-options.ts";
import type { WorkerPart } from "./serving-part.ts";

export interface ProxyPart {
  /** The page. */
  url: string;
  /** One line for people. */
  description: string;
}

/**
 * @param appDir the built app
 * @throws Error with one sentence: a taken port, an Envoy that is not there or does not start
 */
export async function startProxyPart(
  options: PageOptions,
  worker: WorkerPart,
  appDir: string,
  parts: Parts,
): Promise<ProxyPart> {
  const binary = options.proxy === "bridge" ? undefined : findEnvoy();
  if (binary !== undefined) return startBehindEnvoy(binary, options, worker, appDir, parts);
  if (options.proxy === "envoy") {
    throw new Error(
      "No Envoy found: put it on PATH, set ENVOY_PATH to its program, or leave out --proxy envoy.",
    );
  }
  const served = parts.add(
    await serve({
      host: options.host,
      port: options.port,
      appDir,
      documents: documentsOf(worker),
      bridge: { worker: worker.address, origins: options.origins },
    }),
  );
  return {
    url: asLocalhost(served.url),
    description: "embedded bridge, for development; production uses Envoy",
  };
}

async function startBehindEnvoy(
  binary: string,
  options: PageOptions,
  worker: WorkerPart,
  appDir: string,
  parts: Parts,
): Promise<ProxyPart> {
  const listen = { host: options.host === "localhost" ? "127.0.0.1" : options.host, port: options.port };
  listen.port = await claimPort(listen.host, listen.port);
  const app = parts.add(await serve({ port: 0, appDir, documents: documentsOf(worker) }));
  const config = envoyConfig({
    listen,
    workers: [worker.address],
    origins: options.origins,
    app: { host: "127.0.0.1", port: app.port },
  });
  const envoy = parts.add(await startEnvoy({ binary, config, onLog: (line) => console.error(line) }));
  void envoy.exited.then(() => parts.fail(new Error("Envoy has ended, and with it the proxy: start again.")));
  const host = listen.host === "0.0.0.0" || listen.host === "::" ? "localhost" : listen.host;
  return {
    url: asLocalhost(`http://${host.includes(":") ? `[${host}]` : host}:${listen.port}`),
    description: `Envoy (${binary}) with envoy.yaml's configuration`,
  };
}

function documentsOf(worker: WorkerPart): Record<string, unknown> {
  return { "/demo.json": worker.demo };
}

/** People know this machine as localhost. */
function asLocalhost(url: string): string {
  return url.replace("//127.0.0.1:", "//localhost:");
}

/**
 * The port itself, or a free one for 0. Envoy's own words on a taken port take ten lines, so it is tried before.
 * @throws Error with one sentence when the port can't be had
 */
async function claimPort(host: string, port: number): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening, failed) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      failed(
        new Error(
          taken
            ? `port ${port} is taken by another program: choose another one with --port`
            : `cannot listen on ${host} port ${port}: ${error.message}`,
        ),
      );
    });
    server.listen(port, host, listening);
  });
  const { port: claimed } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return claimed;
}
