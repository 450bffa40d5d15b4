import { resolve } from "node:path";
import { defineConfig } from "vite";
import { cutLibraries } from "./build/cut/plugin.ts";
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
  resolve: { alias: { "./new-worker.ts": resolve("src/image/thread/hosted-worker.ts") } },
  plugins: [cutLibraries(), sampleImages(), elementsModule(), progressiveWebApp(), packedFiles()],
  // The worker of the page Load has the client, too.
  worker: { plugins: () => [cutLibraries()] },
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
    },
  },
});
