/** Options of every command that serves the page and its proxy. */

import { toOrigin, toPort, UsageError } from "./option-values.ts";

export interface PageOptions {
  host: string;
  port: number;
  /** Other pages' origins that may call through the proxy. */
  origins: string[];
  /** Left out: Envoy where there is one, else the bridge. */
  proxy: "envoy" | "bridge" | undefined;
}

/** For `parseArgs`. */
export const PAGE_WORDS = {
  port: { type: "string" },
  host: { type: "string" },
  origin: { type: "string", multiple: true },
  proxy: { type: "string" },
  help: { type: "boolean", short: "h" },
} as const;

export const PAGE_HELP = `\
  --port PORT             where the page listens (8080; 0 picks a free one)
  --host HOST             address to listen on (127.0.0.1: this machine only)
  --origin ORIGIN         let pages of this origin call through the proxy, e.g. https://example.com; may be repeated
  --proxy envoy|bridge    which proxy: a real Envoy (on PATH or ENVOY_PATH) if there is one, else the embedded bridge`;

interface PageValues {
  port?: string | undefined;
  host?: string | undefined;
  origin?: string[] | undefined;
  proxy?: string | undefined;
}

/** @throws UsageError */
export function toPageOptions({ port, host, origin, proxy }: PageValues): PageOptions {
  if (proxy !== undefined && proxy !== "envoy" && proxy !== "bridge") {
    throw new UsageError(`--proxy ${proxy}: give envoy or bridge.`);
  }
  // Node takes an empty host, such as an unset variable of a shell, for every interface.
  if (host === "") throw new UsageError("--host is empty: give an address to listen on, such as 127.0.0.1.");
  return {
    host: host ?? "127.0.0.1",
    port: toPort("--port", port ?? "8080"),
    origins: (origin ?? []).map(toOrigin),
    proxy,
  };
}
