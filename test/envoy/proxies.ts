/** The two proxies in front of workers: a real Envoy with this repo's configuration, and the embedded bridge. */

import { readFileSync } from "node:fs";
import { onTestFinished } from "vitest";
import { envoyConfig } from "../../src/proxy/envoy-config.ts";
import { type EnvoyOptions, startEnvoy } from "../../src/proxy/envoy-process.ts";
import { serve } from "../../src/proxy/serve.ts";
import { directoryOf, freePort } from "../proxy/parts.ts";
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

/** Ends with the test that started it. With one worker and no origin Envoy gets the committed file, ports replaced. */
export async function startProxy(
  name: ProxyName,
  workers: string[],
  { origins = [], ...logs }: { origins?: string[] } & Pick<EnvoyOptions, "onAccess" | "onLog"> = {},
): Promise<RunningProxy> {
  const appDir = await directoryOf({ "index.html": "<!doctype html><title>the app</title>" });
  if (name === "the bridge") {
    const served = await serve({ port: 0, appDir, bridge: { worker: workers[0]!, origins } });
    onTestFinished(() => served.close());
    return served;
  }
  const app = await serve({ port: 0, appDir });
  onTestFinished(() => app.close());
  const port = await freePort();
  const config =
    workers.length === 1 && origins.length === 0
      ? committed({ 8080: port, 8081: app.port, 5500: Number(workers[0]!.split(":")[1]) })
      : envoyConfig({
          listen: { host: "127.0.0.1", port },
          workers,
          origins,
          app: { host: "127.0.0.1", port: app.port },
        });
  const envoy = await runEnvoy(config, logs);
  return { url: `http://127.0.0.1:${port}`, port, close: () => envoy.close() };
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
