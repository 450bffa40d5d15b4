/** The library's types: one declaration file for each entry, once for `import` and once for `require`. */

import { rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { DEPENDENCIES, ENTRIES, OUT } from "./library.ts";

export async function buildTypes(): Promise<void> {
  const bundle = await rollup({ input: ENTRIES, external: DEPENDENCIES, plugins: [dts()] });
  for (const extension of ["d.ts", "d.cts"]) {
    await bundle.write({
      dir: OUT,
      entryFileNames: `[name].${extension}`,
      chunkFileNames: `[name].${extension}`,
    });
  }
}
