/** The words behind `npm start --`, to options; each mistake gets one sentence. */

import { parseArgs } from "node:util";
import { isRelease } from "../client/release.ts";

export interface StartOptions {
  /** `HOST:PORT` of a Serving to use; left out, the demo worker is started. */
  worker: string | undefined;
  host: string;
  port: number;
  /** Other pages' origins that may call through the proxy. */
  origins: string[];
  /** Left out: Envoy where there is one, else the bridge. */
  proxy: "envoy" | "bridge" | undefined;
  release: string;
  /** Directory of a TF.js graph model for the demo worker. */
  model: string | undefined;
  /** Port of the demo worker. */
  workerPort: number;
}

export const HELP = `npm start -- [options]        the web app, a proxy, and a demo worker, on one address
npm run dev -- [options]      the same with Vite's dev server and reload

  --worker HOST:PORT      use this MindSpore Serving (its gRPC port) instead of the demo worker
  --port PORT             where the page listens (8080; 0 picks a free one)
  --host HOST             address to listen on (127.0.0.1: this machine only)
  --origin ORIGIN         let pages of this origin call through the proxy, e.g. https://example.com; may be repeated
  --proxy envoy|bridge    which proxy: a real Envoy (on PATH or ENVOY_PATH) if there is one, else the embedded bridge
  --release RELEASE       Serving release that the demo worker behaves like, 1.1 to 2.0 (1.5)
  --model DIR             TF.js graph model (model.json) for the demo worker instead of EfficientNet-B0
  --worker-port PORT      where the demo worker listens (5500; 0 picks a free one)
  --help                  these words`;

/** A mistake of the caller's, whose message is the one sentence to print. */
export class UsageError extends Error {}

/**
 * @returns `undefined` when help was asked for
 * @throws UsageError
 */
export function parseOptions(args: string[]): StartOptions | undefined {
  const { values } = parse(args);
  if (values.help) return undefined;
  const release = values.release ?? "1.5";
  if (!isRelease(release)) throw new UsageError(`--release ${release}: give one from 1.1 to 2.0.`);
  const { proxy } = values;
  if (proxy !== undefined && proxy !== "envoy" && proxy !== "bridge") {
    throw new UsageError(`--proxy ${proxy}: give envoy or bridge.`);
  }
  if (values.worker !== undefined && !isHostAndPort(values.worker)) {
    throw new UsageError(
      `--worker ${values.worker}: give HOST:PORT of Serving's gRPC port, such as 127.0.0.1:5500.`,
    );
  }
  return {
    worker: values.worker,
    host: values.host ?? "127.0.0.1",
    port: port("--port", values.port ?? "8080"),
    origins: (values.origin ?? []).map(origin),
    proxy,
    release,
    model: values.model,
    workerPort: port("--worker-port", values["worker-port"] ?? "5500"),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        worker: { type: "string" },
        port: { type: "string" },
        host: { type: "string" },
        origin: { type: "string", multiple: true },
        proxy: { type: "string" },
        release: { type: "string" },
        model: { type: "string" },
        "worker-port": { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split(". ")[0]}; --help lists the options.`);
  }
}

function isHostAndPort(text: string): boolean {
  return (
    /^(\[[\da-f:]+\]|[^\s:/@]+):\d{1,5}$/i.test(text) &&
    Number(text.slice(text.lastIndexOf(":") + 1)) <= 65535
  );
}

function port(name: string, text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new UsageError(`${name} ${text}: give a port number, 0 to 65535.`);
}

function origin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.origin === text.replace(/\/$/, "")) return url.origin;
  throw new UsageError(`--origin ${text}: give scheme, host and port only, such as https://example.com.`);
}
