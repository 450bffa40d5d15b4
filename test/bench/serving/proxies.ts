/** The two proxies in front of the real Serving, as `npm start` runs them; both serve the page too. */

import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Parts } from "../../../src/cli/parts/lifecycle.ts";
import { startProxyPart } from "../../../src/cli/parts/proxy-part.ts";
import { end, TYPESCRIPT } from "./programs.ts";

/** @returns its address */
export async function startEnvoy(worker: string, appDir: string, parts: Parts): Promise<string> {
  const { url } = await startProxyPart(
    {
      host: "127.0.0.1",
      port: 0,
      origins: [],
      localPages: false,
      proxy: "envoy",
      signatures: [],
      command: "",
    },
    { address: worker, description: "", demo: { demo: false }, signatures: [] },
    appDir,
    parts,
  );
  // Not by its name, whose first address may be another.
  return url.replace("localhost", "127.0.0.1");
}

/** @returns its address */
export async function startBridge(worker: string, appDir: string, parts: Parts): Promise<string> {
  const script = join(import.meta.dirname, "bridge-program.ts");
  const child = fork(script, [worker, appDir], { execArgv: TYPESCRIPT });
  parts.add({ close: () => end(child) });
  const [url] = await once(child, "message");
  return url;
}
