import { resolve } from "node:path";
import { defineConfig } from "vite";
import { elementsModule } from "./build/elements-module.ts";
import { packedFiles } from "./build/packed-files.ts";
import { progressiveWebApp } from "./build/progressive-web-app.ts";
import { sampleImages } from "./build/samples/sample-images.ts";

export default defineConfig({
  root: "src/app",
  publicDir: "../../public",
  // Relative, so that the app may lie at any path of a web server.
  base: "./",
  // Pages of other origins load elements.js from here, and with it what starts the image worker.
  resolve: { alias: { "./new-worker.ts": resolve("src/image/hosted-worker.ts") } },
  plugins: [sampleImages(), elementsModule(), progressiveWebApp(), packedFiles()],
  build: {
    outDir: "../../dist/app",
    emptyOutDir: true,
    target: "es2022",
    // Browsers that lack it fetch modules one after the other, which is all that the polyfill would spare them.
    modulePreload: { polyfill: false },
    sourcemap: true,
    rolldownOptions: {
      // A slow machine is no fault of the build's.
      checks: { bundlerTimings: false },
      onLog(level, log, report) {
        // google-protobuf finds the global object by a direct eval if nothing else does; browsers never get there,
        // and the page's Content-Security-Policy would not let it run.
        if (log.code === "EVAL" && log.id?.includes("/google-protobuf/")) return;
        report(level, log);
      },
    },
  },
});
