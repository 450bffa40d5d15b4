/** `npm start`: the app, a proxy and a demo worker, or a Serving that runs elsewhere. */

import { resolve } from "node:path";
import { announce } from "./announce.ts";
import { run } from "./lifecycle.ts";
import { HELP, parseOptions } from "./options.ts";
import { startProxyPart } from "./proxy-part.ts";
import { startWorkerPart } from "./worker-part.ts";

/** Where `vite build` puts the app. */
const APP_DIR = resolve("dist/app");

await run(process.argv.slice(2), parseOptions, HELP, async (options, parts) => {
  const worker = await startWorkerPart(options, parts);
  const proxy = await startProxyPart(options, worker, APP_DIR, parts);
  announce(proxy, worker);
});
