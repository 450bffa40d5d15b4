/** The library's types: one declaration file for each entry, once for `import` and once for `require`. */

import { type Plugin, rollup } from "rollup";
import { dts } from "rollup-plugin-dts";
import { DEPENDENCIES, ENTRIES, FRAMEWORKS, OUT } from "./library.ts";

export async function buildTypes(): Promise<void> {
  const { elements, ...library } = ENTRIES;
  for (const format of ["js", "cjs"] as const) {
    await bundle(library, format, []);
    if (elements) await bundle({ elements }, format, [asImported(library, format)]);
  }
}

async function bundle(input: Record<string, string>, format: "js" | "cjs", plugins: Plugin[]): Promise<void> {
  const names = `[name].d.${format.replace("js", "ts")}`;
  const build = await rollup({
    input,
    external: [...DEPENDENCIES, ...FRAMEWORKS],
    // A class without private members is one type for `import` and `require`, behind Vue's `Ref` and for a test's double.
    plugins: [...plugins, dts({ compilerOptions: { stripInternal: true } })],
  });
  await build.write({ dir: OUT, entryFileNames: names, chunkFileNames: names });
}

/** Other entries' types come from their own files: they are the same types there. */
function asImported(entries: Readonly<Record<string, string>>, format: "js" | "cjs"): Plugin {
  return {
    name: "types of other entries",
    async resolveId(source, importer) {
      const found = await this.resolve(source, importer, { skipSelf: true });
      const id = found?.id.replaceAll("\\", "/");
      const entry = Object.entries(entries).find(([, path]) => id?.endsWith(`/${path}`));
      return entry ? { id: `./${entry[0]}.${format}`, external: true } : null;
    },
  };
}
