import { readFile } from "node:fs/promises";
import type { Plugin } from "rolldown";

/** A stylesheet that is imported as a text, `./tokens.css?raw`, as Vite does in the app. */
export function inlineStyles(): Plugin {
  return {
    name: "inline-styles",
    load: {
      filter: { id: /\.css\?raw$/ },
      async handler(id) {
        const text = await readFile(id.slice(0, -"?raw".length), "utf8");
        const bare = text
          .replaceAll(/\/\*.*?\*\//gs, "")
          .replaceAll(/\s+/g, " ")
          .trim();
        return { code: `export default ${JSON.stringify(bare)};`, moduleType: "js" };
      },
    },
  };
}
