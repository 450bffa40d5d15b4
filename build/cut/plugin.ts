/** What this repo's source imports as google-protobuf, in whatever is built of it for pages: the cut. */

import { resolve } from "node:path";
import type { Plugin } from "rolldown";
import { cutGoogleProtobuf } from "./google-protobuf.ts";

const SOURCE = `${resolve("src").replaceAll("\\", "/")}/`;
const ID = resolve("node_modules/google-protobuf/google-protobuf.js").replaceAll("\\", "/");

/** Under an id of its own, since a bench's page may have the whole package beside it. */
export const CUT_ID = `${ID}?cut`;

export function cutProtobuf() {
  return {
    name: "google-protobuf, cut",
    // Vite's own look at what is imported comes later.
    enforce: "pre",
    // Nor is the whole made ready for the development server.
    config: () => ({ optimizeDeps: { exclude: ["google-protobuf"] } }),
    resolveId: {
      filter: { id: /^google-protobuf$/ },
      handler: (_, importer) => (importer?.replaceAll("\\", "/").startsWith(SOURCE) ? CUT_ID : null),
    },
    load: {
      filter: { id: /\?cut$/ },
      handler: (id) =>
        id === CUT_ID ? { code: cutGoogleProtobuf(), map: null, moduleSideEffects: false } : null,
    },
  } satisfies Plugin & { enforce: "pre"; config: unknown };
}
