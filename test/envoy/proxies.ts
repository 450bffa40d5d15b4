/** The two proxies in front of workers: a real Envoy with this repo's configuration, and the embedded bridge. */

import { readFileSync } from "node:fs";
import { onTestFinished } from "vitest";
import { serve } from "../../src/bridge/serve.ts";
import { envoyConfig } from "../../src/envoy/config.ts";
import { type EnvoyOptions, startEnvoy } from "../../src/envoy/process.ts";
import { directoryOf, freePort } from "../bridge/parts.ts";
import { binary, howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";

export type ProxyName = "Envoy" | "the bridge";

export const proxies: { name: ProxyName; skip: boolean; title: string }[] = [
  { name: "Envoy", skip: skipWithoutEnvoy, title: `Envoy${howToGetEnvoy}` },
  { name: "the bridge", skip: false, title: "the bridge" },
];

export interface RunningProxy {
  url: string;
  port: number;
  close(): Promise<void>;
}

export interface ProxyOptions extends Pick<EnvoyOptions, "onAccess" | "onLog"> {
  /** Other origins than the page's own that may call. */
  origins?: string[];
  /** Every page of this machine may call, as through what `npm start` runs. */
  localPages?: boolean;
  /** Folder of the page. */
  appDir: string;
  /** Another Envoy than the tests' usual one. */
  envoy?: string | undefined;
}

/** Ends with the test that started it, and serves a page that is next to nothing. */
export async function startProxy(
  name: ProxyName,
  workers: string[],
  options: Omit<ProxyOptions, "appDir" | "envoy"> = {},
): Promise<RunningProxy> {
  const appDir = await directoryOf({ "index.html": "<!doctype html><title>the app</title>" });
  const proxy = await launchProxy(name, workers, { ...options, appDir });
  onTestFinished(() => proxy.close());
  return proxy;
}

/** With one worker and no origin Envoy gets the committed file, ports replaced. */
export async function launchProxy(
  name: ProxyName,
  workers: string[],
  { origins = [], localPages = false, appDir, envoy: program = binary, ...logs }: ProxyOptions,
): Promise<RunningProxy> {
  if (name === "the bridge") {
    return serve({ port: 0, appDir, bridge: { worker: workers[0]!, origins, localPages } });
  }
  const app = await serve({ port: 0, appDir });
  const port = await freePort();
  const config =
    workers.length === 1 && origins.length === 0 && !localPages
      ? committed({ 8080: port, 8081: app.port, 5500: Number(workers[0]!.split(":")[1]) })
      : envoyConfig({
          listen: { host: "127.0.0.1", port },
          workers,
          origins,
          localPages,
          app: { host: "127.0.0.1", port: app.port },
        });
  const envoy = await startEnvoy({ binary: program!, config, ...logs }).catch(async (error) => {
    await app.close();
    throw error;
  });
  let closed: Promise<void> | undefined;
  const close = async () => {
    await envoy.close();
    await app.close();
  };
  return { url: `http://127.0.0.1:${port}`, port, close: () => (closed ??= close()) };
}

/** Envoy with a configuration of the test's own; it ends with the test that started it. */
export async function runEnvoy(config: string, logs: Pick<EnvoyOptions, "onAccess" | "onLog"> = {}) {
  const envoy = await startEnvoy({ binary: binary!, config, ...logs });
  onTestFinished(() => envoy.close());
  return envoy;
}

function committed(ports: Record<number, number>): string {
  return readFileSync("envoy.yaml", "utf8").replace(
    /port_value: (\d+)/g,
    (_, port) => `port_value: ${ports[port]}`,
  );
}

/** Resolves when `/healthz` tells of a worker that is up; each look is a request, not a wait. */
export async function workerUp(url: string): Promise<void> {
  while ((await fetch(`${url}/healthz`)).status !== 200);
}
