/** Options of every command that serves the page and its proxy. */

import { isLoopback } from "../../machine/index.ts";
import { toOrigin, toPort, UsageError } from "./option-values.ts";
import { startedAs } from "./started-as.ts";

export interface PageOptions {
  host: string;
  port: number;
  /** Other pages' origins that may call through the proxy. */
  origins: string[];
  /** Pages of this machine may call, too: only this machine can reach the proxy. */
  localPages: boolean;
  /** Left out: Envoy where there is one, else the bridge. */
  proxy: "envoy" | "bridge" | undefined;
  /** Files and folders that tell what methods take and give. */
  signatures: string[];
  /** How the command is started, up to its options. */
  command: string;
}

/** For `parseArgs`. */
export const PAGE_WORDS = {
  port: { type: "string" },
  host: { type: "string" },
  origin: { type: "string", multiple: true },
  proxy: { type: "string" },
  signature: { type: "string", multiple: true },
  help: { type: "boolean", short: "h" },
} as const;

export const PAGE_HELP = `\
  --port PORT             where the page listens (8080; 0 picks a free one)
  --host HOST             address to listen on (127.0.0.1: this machine only)
  --origin ORIGIN         let pages of this origin call through the proxy, e.g. https://example.com; may be repeated.
                          Pages of this machine (localhost, 127.0.0.1, [::1], any port) may call unless --host lets
                          others reach it
  --proxy envoy|bridge    which proxy: a real Envoy (on PATH or ENVOY_PATH) if there is one, else the embedded bridge
  --signature PATH        let the page know what methods take and give: a servable_config.py, a servable's folder, a
                          folder of servables, or signatures in JSON; may be repeated`;

interface PageValues {
  port?: string | undefined;
  host?: string | undefined;
  origin?: string[] | undefined;
  proxy?: string | undefined;
  signature?: string[] | undefined;
}

/** @throws UsageError */
export function toPageOptions(
  command: string,
  { port, host = "127.0.0.1", origin, proxy, signature = [] }: PageValues,
): PageOptions {
  if (proxy !== undefined && proxy !== "envoy" && proxy !== "bridge") {
    throw new UsageError(`--proxy ${proxy}: give envoy or bridge.`);
  }
  // Node takes an empty host, such as an unset variable of a shell, for every interface.
  if (host === "") throw new UsageError("--host is empty: give an address to listen on, such as 127.0.0.1.");
  return {
    host,
    port: toPort("--port", port ?? "8080"),
    origins: (origin ?? []).map((one) => toOrigin(one)),
    localPages: host === "localhost" || isLoopback(host),
    proxy,
    signatures: signature,
    command: startedAs(command),
  };
}
