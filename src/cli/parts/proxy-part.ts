/** The proxy in front of Serving: a real Envoy where there is one, else the embedded bridge. */

import { serve } from "../../bridge/index.ts";
import { envoyConfig, findEnvoy, startEnvoy } from "../../envoy/index.ts";
import { claimPort, formatAddress } from "../../machine/index.ts";
import type { PageOptions } from "../options/page-options.ts";
import type { Parts } from "./lifecycle.ts";
import { documentsOf, type ServingPart } from "./reach-serving.ts";

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
  serving: ServingPart,
  appDir: string,
  parts: Parts,
): Promise<ProxyPart> {
  const binary = options.proxy === "bridge" ? undefined : findEnvoy();
  if (binary !== undefined) return startBehindEnvoy(binary, options, serving, appDir, parts);
  if (options.proxy === "envoy") {
    throw new Error(
      "No Envoy found: put it on PATH, set ENVOY_PATH to its program, or leave out --proxy envoy.",
    );
  }
  const { origins, localPages, command } = options;
  const served = parts.add(
    await serve({
      host: options.host,
      port: options.port,
      appDir,
      documents: documentsOf(serving, command),
      bridge: { worker: serving.address, origins, localPages, command },
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
  serving: ServingPart,
  appDir: string,
  parts: Parts,
): Promise<ProxyPart> {
  const listen = { host: options.host === "localhost" ? "127.0.0.1" : options.host, port: options.port };
  // Envoy's own words on a taken port take ten lines.
  listen.port = await claimPort(listen);
  const app = parts.add(await serve({ port: 0, appDir, documents: documentsOf(serving, options.command) }));
  const config = envoyConfig({
    listen,
    workers: [serving.address],
    origins: options.origins,
    localPages: options.localPages,
    app: { host: "127.0.0.1", port: app.port },
  });
  const envoy = parts.add(await startEnvoy({ binary, config, onLog: (line) => console.error(line) }));
  void envoy.exited.then(() => parts.fail(new Error("Envoy has ended, and with it the proxy: start again.")));
  const host = listen.host === "0.0.0.0" || listen.host === "::" ? "localhost" : listen.host;
  return {
    url: asLocalhost(`http://${formatAddress({ host, port: listen.port })}`),
    description: `Envoy (${binary}) with envoy.yaml's configuration`,
  };
}

/** People know this machine as localhost. */
function asLocalhost(url: string): string {
  return url.replace("//127.0.0.1:", "//localhost:");
}
