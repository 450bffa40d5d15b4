/** `npm run dev`: what `npm start` runs, with the app from Vite's dev server, which reloads what changes. */

import { createServer, type Plugin } from "vite";
import { createBridge, createDocuments } from "../bridge/index.ts";
import { hostsOf } from "../proxy-policy/index.ts";
import { UsageError } from "./options/option-values.ts";
import { HELP, parseOptions } from "./options/start-options.ts";
import { announce } from "./parts/announce.ts";
import { withSignatures } from "./parts/given-signatures.ts";
import { run } from "./parts/lifecycle.ts";
import { documentsOf } from "./parts/reach-serving.ts";
import { startServingPart } from "./parts/serving-part.ts";

await run(
  process.argv.slice(2),
  (args) => parseOptions(args, "dev"),
  HELP,
  async (options, parts) => {
    if (options.proxy === "envoy")
      throw new UsageError("--proxy envoy is for npm start: dev serves the app itself.");
    const serving = await withSignatures(options, () => startServingPart(options, parts));
    const { host, port, origins, localPages, command } = options;
    const bridge = parts.add(createBridge({ worker: serving.address, origins, localPages, command }));
    const vite = parts.add(
      await createServer({
        server: {
          host,
          port,
          strictPort: true,
          // The bridge answers preflights, and says who may read the modules. Vite's own answer would come first.
          cors: false,
          allowedHosts: hostsOf(origins),
        },
        plugins: [middleware(bridge, createDocuments(documentsOf(serving, command)))],
        clearScreen: false,
      }),
    );
    await vite.listen();
    const url = vite.resolvedUrls?.local[0] ?? vite.resolvedUrls?.network[0] ?? "";
    announce(options, { url, description: "embedded bridge, as a middleware of Vite's dev server" }, serving);
  },
);

function middleware(
  bridge: ReturnType<typeof createBridge>,
  documents: ReturnType<typeof createDocuments>,
): Plugin {
  return {
    name: "gRPC-Web bridge",
    // Before others answer without the headers that pages of other origins need.
    enforce: "pre",
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (bridge.handle(request, response)) return;
        bridge.share(request, response);
        if (!documents(request, response)) next();
      });
    },
  };
}
