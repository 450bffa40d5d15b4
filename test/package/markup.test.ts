/** The elements in the markup of frameworks: importing them is all that their types need. */

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { node } from "./command.ts";
import { copyProject } from "./project.ts";

let folder: string;
beforeAll(async () => {
  folder = await copyProject("markup");
});

/** What a framework's compiler says of a file, under strict options and with libraries checked. */
async function check(program: string, file: string, options: object, rest: object = {}): Promise<string> {
  const compilerOptions = {
    module: "esnext",
    moduleResolution: "bundler",
    target: "es2022",
    lib: ["es2022", "dom"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    ...options,
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file], ...rest }));
  const { code, output } = await node(folder, `node_modules/${program}`, ...flags(program));
  return code === 0 ? "" : output;
}

const flags = (program: string) =>
  program.startsWith("svelte")
    ? ["--tsconfig", "./tsconfig.json", "--output", "machine"]
    : ["-p", "tsconfig.json"];

// A line below `@ts-expect-error` in these files that does compile is an error.
it.each([18, 19])("JSX knows both elements, their attributes and events: React %i", async (version) => {
  const types = `./node_modules/@types/react-${version}`;
  const paths = { react: [`${types}/index.d.ts`], "react/jsx-runtime": [`${types}/jsx-runtime.d.ts`] };
  expect(await check("typescript/bin/tsc", "page.tsx", { jsx: "react-jsx", paths })).toBe("");
});

it("Vue's templates know both elements, and a ref of a client is one", async () => {
  const vueCompilerOptions = { strictTemplates: true };
  expect(
    await check(
      "vue-tsc/bin/vue-tsc.js",
      "App.vue",
      { skipLibCheck: true, jsx: "preserve" },
      { vueCompilerOptions },
    ),
  ).toBe("");
});

it("Svelte's markup knows both elements, and a $state of a client is one", async () => {
  const complaints = await check("svelte-check/bin/svelte-check", "App.svelte", {
    skipLibCheck: true,
    verbatimModuleSyntax: true,
  });
  // Its one mistake, which Svelte has no comment to expect.
  expect(complaints.match(/ERROR.*/g)).toEqual([
    `ERROR "App.svelte" 14:17 "Type '{}' is not assignable to type 'string | number | undefined'."`,
  ]);
});
