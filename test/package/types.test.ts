/** TypeScript 5.4 to 7 on a consumer's file, under each way of finding modules that the compiler has. */

import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { node } from "./command.ts";
import { installForAll } from "./project.ts";

const COMPILERS = ["5.4.5", "5.5.4", "5.6.3", "5.7.3", "5.8.3", "5.9.3", "6.0.3", "7.0.2"];

/** Named as npm has it under an alias, so that all of them lie side by side. */
const nameOf = (version: string) => `typescript-${version}`;

/** Options, and what the consumer's file is called to be an ES module, CommonJS, or what the bundler makes of it. */
const WAYS = {
  node10: { module: "commonjs", extensions: [".ts"] },
  node16: { module: "node16", extensions: [".mts", ".cts"] },
  nodenext: { module: "nodenext", extensions: [".mts", ".cts"] },
  bundler: { module: "esnext", extensions: [".ts"] },
};
type Way = keyof typeof WAYS;

let folder: string;
beforeAll(async () => {
  const compilers = COMPILERS.map((version) => [nameOf(version), `npm:typescript@${version}`]);
  folder = await installForAll({ private: true, devDependencies: Object.fromEntries(compilers) });
  for (const extension of [".ts", ".mts", ".cts"]) {
    await cp("test/package/consumers/types/consumer.ts", join(folder, `consumer${extension}`));
  }
});

it.each(COMPILERS)("types resolve and hold: TypeScript %s", async (version) => {
  const ways = (Object.keys(WAYS) as Way[])
    // TypeScript 7 has no node10 any more; 6 has it for those who insist.
    .filter((way) => way !== "node10" || !version.startsWith("7."));
  const complaints = await Promise.all(ways.map((way) => check(version, way)));
  expect(Object.fromEntries(ways.map((way, i) => [way, complaints[i]]))).toEqual(
    Object.fromEntries(ways.map((way) => [way, ""])),
  );
});

/** What the compiler says: nothing when all is well. */
async function check(version: string, way: Way): Promise<string> {
  const { module, extensions } = WAYS[way];
  const compilerOptions = {
    module,
    moduleResolution: way,
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    // The package's own declarations are checked, the compiler's are not.
    skipLibCheck: false,
    skipDefaultLibCheck: true,
    noEmit: true,
    ...(version.startsWith("6.") && { ignoreDeprecations: "6.0" }),
  };
  const config = `tsconfig.${version}.${way}.json`;
  const files = extensions.map((extension) => `consumer${extension}`);
  await writeFile(join(folder, config), JSON.stringify({ compilerOptions, files }));
  const { code, output } = await node(folder, `node_modules/${nameOf(version)}/bin/tsc`, "-p", config);
  return code === 0 ? output : output || `exit code ${code}`;
}
