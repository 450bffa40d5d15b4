import { posix, resolve } from "node:path";
import { normalizePath, type Plugin } from "vite";

const ENTRY = resolve("src/elements/index.ts");
const FILE = "elements.js";

/**
 * Vite plugin: the elements under a name that stays, `/elements.js`, for plain pages such as `/elements.html`. A
 * build emits the module beside the app, which shares its chunks; the development server hands on the source.
 */
export function elementsModule(): Plugin {
  let building = false;
  return {
    name: "elements-module",
    configResolved({ command }) {
      building = command === "build";
    },
    buildStart() {
      if (building) this.emitFile({ type: "chunk", id: ENTRY, fileName: FILE, preserveSignature: "strict" });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url?.split("?", 1)[0] !== server.config.base + FILE) return next();
        response.setHeader("Content-Type", "text/javascript");
        response.end(`export * from ${JSON.stringify(posix.join("/@fs/", normalizePath(ENTRY)))};`);
      });
    },
  };
}
