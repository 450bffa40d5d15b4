/** The library's types: one declaration file for each entry, once for `import` and once for `require`. */

import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { DEPENDENCIES, ENTRIES, OUT } from "./library.ts";

export async function buildTypes(): Promise<void> {
  await bundle({ ...ENTRIES, standalone: "src/client/standalone.ts" }, "d.ts");
  await bundle(ENTRIES, "d.cts");
}

async function bundle(input: Record<string, string>, extension: string): Promise<void> {
  const build = await rollup({ input, external: DEPENDENCIES, plugins: [dts()] });
  await build.write({
    dir: OUT,
    entryFileNames: `[name].${extension}`,
    chunkFileNames: `[name].${extension}`,
  });
}
