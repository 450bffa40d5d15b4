/** `mindspore-serving-web serve`: the built app and a proxy in front of a Serving that runs elsewhere. */

import { fileURLToPath } from "node:url";
import { parseServeOptions, SERVE_HELP } from "./options/serve-options.ts";
import { announce } from "./parts/announce.ts";
import { withSignatures } from "./parts/given-signatures.ts";
import { run } from "./parts/lifecycle.ts";
import { startProxyPart } from "./parts/proxy-part.ts";
import { reachServing } from "./parts/reach-serving.ts";

/** In the package the app lies beside this command. */
const APP_DIR = fileURLToPath(new URL("app", import.meta.url));

export function serve(args: string[]): Promise<void> {
  return run(args, parseServeOptions, SERVE_HELP, async (options, parts) => {
    const serving = await withSignatures(options, () => reachServing(options.worker));
    const proxy = await startProxyPart(options, serving, APP_DIR, parts);
    announce(options, proxy, serving);
  });
}
