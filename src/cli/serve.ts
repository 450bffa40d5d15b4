/** `mindspore-serving-web serve`: the built app and a proxy in front of a Serving that runs elsewhere. */

import { fileURLToPath } from "node:url";
import { announce } from "./announce.ts";
import { run } from "./lifecycle.ts";
import { startProxyPart } from "./proxy-part.ts";
import { parseServeOptions, SERVE_HELP } from "./serve-options.ts";
import { reachWorker } from "./serving-part.ts";

/** In the package the app lies beside this command. */
const APP_DIR = fileURLToPath(new URL("app", import.meta.url));

export function serve(args: string[]): Promise<void> {
  return run(args, parseServeOptions, SERVE_HELP, async (options, parts) => {
    const worker = await reachWorker(options.worker);
    const proxy = await startProxyPart(options, worker, APP_DIR, parts);
    announce(proxy, worker);
  });
}
