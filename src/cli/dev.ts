/** `npm run dev`: what `npm start` runs, with the app from Vite's dev server, which reloads what changes. */

import { createServer, type Plugin } from "vite";
import { createBridge } from "../bridge/bridge.ts";
import { run } from "./lifecycle.ts";
import { UsageError } from "./option-values.ts";
import { HELP, parseOptions } from "./options.ts";
import type { WorkerPart } from "./serving-part.ts";
import { startWorkerPart } from "./worker-part.ts";

await run(process.argv.slice(2), parseOptions, HELP, async (options, parts) => {
  if (options.proxy === "envoy")
    throw new UsageError("--proxy envoy is for npm start: dev serves the app itself.");
  const worker = await startWorkerPart(options, parts);
  const bridge = parts.add(createBridge({ worker: worker.address, origins: options.origins }));
  const vite = parts.add(
    await createServer({
      server: { host: options.host, port: options.port, strictPort: true },
      plugins: [middleware(bridge, worker)],
      clearScreen: false,
    }),
  );
  await vite.listen();
  console.log(`
  page    ${vite.resolvedUrls?.local[0] ?? vite.resolvedUrls?.network[0]}
  proxy   embedded bridge, as a middleware of Vite's dev server
  worker  ${worker.description}

  Ctrl-C stops everything.`);
});

function middleware(bridge: ReturnType<typeof createBridge>, worker: WorkerPart): Plugin {
  return {
    name: "gRPC-Web bridge",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (bridge.handle(request, response)) return;
        if (request.url !== "/demo.json") return next();
        response.writeHead(200, { "content-type": "application/json" });
        response.end(JSON.stringify(worker.demo));
      });
    },
  };
}
