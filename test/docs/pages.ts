/** The documents' browser programs as pages, bundled as a reader's project would be. */

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { build } from "vite";
import { cutLibraries } from "../../build/cut/plugin.ts";

/** Writes `0.html`, `1.html`, … into `folder`, each with its program and the body that the document gives. */
export async function buildPages(folder: string, programs: string[], bodies: string[]): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    plugins: [cutLibraries()],
    // As Vue's own plug-in has them.
    define: {
      __VUE_OPTIONS_API__: "true",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
    // Vitest's NODE_ENV would choose the libraries' development builds.
    resolve: { conditions: ["production", "browser", "module"] },
    build: {
      outDir: folder,
      target: "es2022",
      rolldownOptions: {
        input: Object.fromEntries(programs.map((path, i) => [String(i), path])),
        output: { entryFileNames: "[name].js" },
      },
    },
  });
  mkdirSync(folder, { recursive: true });
  for (const [i, body] of bodies.entries()) {
    const page = `<!doctype html><title>${i}</title><link rel="icon" href="data:,">${body}<script type="module" src="/${i}.js"></script>`;
    writeFileSync(`${folder}/${i}.html`, page);
  }
}
