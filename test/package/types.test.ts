/** TypeScript 5.4 to 7 on a consumer's file, under each way of finding modules that the compiler has. */

import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { node } from "./command.ts";
import { install } from "./project.ts";

const COMPILERS = ["5.4.5", "5.5.4", "5.6.3", "5.7.3", "5.8.3", "5.9.3", "6.0.3", "7.0.2"];

/** Named as npm has it under an alias, so that all of them lie side by side. */
const nameOf = (version: string) => `typescript-${version}`;

interface Way {
  moduleResolution: string;
  module: string;
  /** Of a file that finds the package as an ES module, or as CommonJS. */
  extension: ".ts" | ".mts" | ".cts";
}

const WAYS: Way[] = [
  { moduleResolution: "node10", module: "commonjs", extension: ".ts" },
  { moduleResolution: "node16", module: "node16", extension: ".mts" },
  { moduleResolution: "node16", module: "node16", extension: ".cts" },
  { moduleResolution: "nodenext", module: "nodenext", extension: ".mts" },
  { moduleResolution: "nodenext", module: "nodenext", extension: ".cts" },
  { moduleResolution: "bundler", module: "esnext", extension: ".ts" },
];

it("types resolve and hold, whatever the compiler", async () => {
  const devDependencies = Object.fromEntries(
    COMPILERS.map((version) => [nameOf(version), `npm:typescript@${version}`]),
  );
  const folder = await install({ private: true, devDependencies });
  for (const { extension } of WAYS) {
    await cp("test/package/consumers/types/consumer.ts", join(folder, `consumer${extension}`));
  }
  const complaints: Record<string, string> = {};
  for (const version of COMPILERS) {
    for (const way of WAYS) {
      // TypeScript 7 has no node10 any more; 6 has it for those who insist.
      if (way.moduleResolution === "node10" && version.startsWith("7.")) continue;
      const { code, output } = await check(folder, version, way);
      if (code !== 0) complaints[`${version} ${way.moduleResolution} ${way.extension}`] = output;
    }
  }
  expect(complaints).toEqual({});
});

async function check(folder: string, version: string, { extension, ...way }: Way) {
  const config = {
    compilerOptions: {
      ...way,
      target: "es2022",
      lib: ["es2022", "dom"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
      ...(version.startsWith("6.") && { ignoreDeprecations: "6.0" }),
    },
    files: [`consumer${extension}`],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
  return node(folder, join("node_modules", nameOf(version), "bin/tsc"));
}
