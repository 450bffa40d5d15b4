/** The library's JavaScript: shared modules for bundlers and Node, the image worker, and all of it as one file. */

import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { build, type InputOptions, type OutputOptions, type Plugin } from "rolldown";
import { CUTS, cutFor, cutLibraries } from "./cut/plugin.ts";
import { inlineStyles } from "./inline-styles.ts";
import { litOnServers } from "./lit-on-servers.ts";

export const OUT = "dist/lib";

/** What the package depends on; everything else that is imported is built in. */
export const DEPENDENCIES = ["google-protobuf", "grpc-web"];

/** What a page that has hooks has by itself. */
export const FRAMEWORKS = ["react", "vue"];

/** Entries of the package by the names of their files. */
export const ENTRIES: Readonly<Record<string, string>> = {
  index: "src/client/index.ts",
  image: "src/image/index.ts",
  photos: "src/photos/index.ts",
  react: "src/react/index.ts",
  vue: "src/vue/index.ts",
  signature: "src/signature/index.ts",
  inspect: "src/inspect/index.ts",
  ...(existsSync("src/elements/index.ts") && { elements: "src/elements/index.ts" }),
};

const WORKER_SOURCE = "./image-worker.ts";
const WORKER_FILE = "image-worker.js";

export async function buildLibrary(notices: Plugin): Promise<void> {
  const browser: InputOptions = { platform: "browser", transform: { target: "es2022" } };
  // Files of their own, with the packages' own names.
  const cuts = Object.entries(CUTS).map(([name, { id }]) => [name, id] as const);
  const input = { ...ENTRIES, ...Object.fromEntries(cuts) };
  // "use client" of the React hook, which is kept.
  const checks = { moduleLevelDirective: false };
  const modules: InputOptions = { ...browser, input, external: isWhole, checks };
  const plugins = [cutLibraries(), inlineStyles(), litOnServers(), notices];
  await build({
    ...modules,
    plugins: [workerFile(), ...plugins],
    output: { ...output("js"), format: "es", sourcemap: true },
  });
  // No file of its own to start a worker from is known there: images are worked on where they are asked for.
  await build({
    ...modules,
    transform: { ...browser.transform!, define: { "import.meta.url": "undefined" } },
    plugins,
    output: { ...output("cjs"), format: "cjs", dynamicImportInCjs: false, sourcemap: true },
  });
  await build({
    ...browser,
    input: "src/image/thread/image-worker.ts",
    plugins: [notices],
    output: { file: `${OUT}/${WORKER_FILE}`, format: "es", sourcemap: true },
  });
  await build({
    ...browser,
    input: "src/client/standalone.ts",
    resolve: { alias: { "./new-worker.ts": resolve("src/image/thread/own-file-worker.ts") } },
    plugins: [cutLibraries(), notices],
    output: {
      file: `${OUT}/standalone.js`,
      format: "es",
      codeSplitting: false,
      minify: true,
      sourcemap: true,
    },
  });
}

export async function buildCommand(notices: Plugin): Promise<void> {
  await build({
    platform: "node",
    input: "src/cli/main.ts",
    external: DEPENDENCIES,
    plugins: [notices],
    output: { file: `${OUT}/cli.js`, format: "es", codeSplitting: false },
  });
}

/** What a page loads as the package itself: grpc-web, for its own transport, and what hooks are for. */
function isWhole(id: string, importer?: string): boolean {
  return FRAMEWORKS.includes(id) || (DEPENDENCIES.includes(id) && cutFor(id, importer) === undefined);
}

function output(extension: string): OutputOptions {
  return {
    dir: OUT,
    entryFileNames: `[name].${extension}`,
    // What the entry photos has in common with the elements; the entry itself then holds names alone.
    chunkFileNames: ({ name }) => `${name === "photos" ? "photo-queue" : name}.${extension}`,
  };
}

/** Beside the built modules the worker has the name of its built file. */
function workerFile(): Plugin {
  return {
    name: "image worker's file",
    transform: {
      filter: { id: /new-worker\.ts$/ },
      handler: (code) => ({ code: code.replace(WORKER_SOURCE, `./${WORKER_FILE}`), map: null }),
    },
  };
}
