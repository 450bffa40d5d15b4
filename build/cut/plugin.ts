/** What this repo's source imports of its two libraries, in whatever is built of it for pages: cuts. */

import { resolve } from "node:path";
import type { Plugin } from "rolldown";
import { cutPackage } from "./cut.ts";
import { googleProtobuf } from "./google-protobuf.ts";
import { grpcWeb } from "./grpc-web.ts";

const slashes = (path: string) => path.replaceAll("\\", "/");

interface Cut {
  /** Under an id of its own, since the whole may be beside it. */
  id: string;
  /** Where a file lies that gets it for the package. */
  importer: string;
  code(): string;
}

function cutOf(name: string, known: ReturnType<typeof grpcWeb>, importer: string): Cut {
  const folder = `node_modules/${name}`;
  return {
    id: slashes(resolve(folder, `${known.file}?cut`)),
    importer: slashes(resolve(importer)),
    code: () => cutPackage(folder, known),
  };
}

export const CUTS: Readonly<Record<string, Cut>> = {
  "google-protobuf": cutOf("google-protobuf", googleProtobuf(), "src/"),
  "grpc-web": cutOf("grpc-web", grpcWeb(), "src/client/transport/grpc-web.ts"),
};

/** The id of what a file gets for a package; `undefined` for the whole. */
export function cutFor(name: string, importer = ""): string | undefined {
  const one = Object.hasOwn(CUTS, name) ? CUTS[name] : undefined;
  return one && slashes(importer).startsWith(one.importer) ? one.id : undefined;
}

export function cutLibraries() {
  return {
    name: "cut libraries",
    // Vite's own look at what is imported comes later.
    enforce: "pre",
    // Nor are the whole ones made ready for the development server.
    config: () => ({ optimizeDeps: { exclude: Object.keys(CUTS) } }),
    resolveId: {
      filter: { id: /^(google-protobuf|grpc-web)$/ },
      handler: (name, importer) => cutFor(name, importer) ?? null,
    },
    load: {
      filter: { id: /\?cut$/ },
      handler: (id) => {
        const one = Object.values(CUTS).find((one) => one.id === id);
        return one ? { code: one.code(), map: null, moduleSideEffects: false } : null;
      },
    },
  } satisfies Plugin & { enforce: "pre"; config: unknown };
}
