/** `npm start`: the app, a proxy and a demo worker, or a Serving that runs elsewhere. */

import { resolve } from "node:path";
import { HELP, parseOptions } from "./options/start-options.ts";
import { announce } from "./parts/announce.ts";
import { withSignatures } from "./parts/given-signatures.ts";
import { run } from "./parts/lifecycle.ts";
import { startProxyPart } from "./parts/proxy-part.ts";
import { startServingPart } from "./parts/serving-part.ts";

/** What run.mjs has built, or where `vite build` puts the app. */
const APP_DIR = resolve(process.env.BUILT_APP ?? "dist/app");

await run(process.argv.slice(2), parseOptions, HELP, async (options, parts) => {
  const serving = await withSignatures(options, () => startServingPart(options, parts));
  const proxy = await startProxyPart(options, serving, APP_DIR, parts);
  announce(options, proxy, serving);
});
