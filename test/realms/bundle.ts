/** The suite as modules that browsers, workers and plain Node load: `client.js` and its chunks, in a folder. */

import { resolve } from "node:path";
import { build } from "vite";
import { cutLibraries } from "../../build/cut/plugin.ts";

export async function bundleSuite(folder: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    base: "./",
    resolve: { alias: [{ find: "vitest", replacement: resolve("test/realms/vitest.ts") }] },
    plugins: [
      cutLibraries(),
      {
        name: "reply-server of the hub",
        enforce: "pre",
        resolveId: (id, importer) =>
          id.endsWith("setup/reply-server.ts") && importer
            ? resolve("test/realms/reply-server.ts")
            : undefined,
      },
    ],
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: "es2022",
      minify: false,
      sourcemap: true,
      modulePreload: false,
      rolldownOptions: {
        input: { client: "test/realms/suite.ts" },
        preserveEntrySignatures: "strict",
        // package.json says that the library has no side effects; its tests are nothing else.
        treeshake: false,
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
}
