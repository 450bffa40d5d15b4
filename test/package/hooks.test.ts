/** The hooks' own tests on the package as it is installed, with the oldest and the newest of each framework. */

import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { node } from "./command.ts";
import { install } from "./project.ts";

/** By what the tests import here. */
const ENTRIES = {
  "../../src/client/index.ts": "mindspore-serving-web",
  "../../src/react/index.ts": "mindspore-serving-web/react",
  "../../src/vue/index.ts": "mindspore-serving-web/vue",
};

it.each([
  ["18.3.1", "3.4.0"],
  ["19.3.1", "3.5.45"],
])("useInfer of the package, in React %s and Vue %s", async (react, vue) => {
  const folder = await install({
    private: true,
    type: "module",
    dependencies: { react, "react-dom": react, vue },
    devDependencies: { "happy-dom": "21.0.4", vitest: "4.1.12" },
  });
  await cp("test/hooks", join(folder, "hooks"), { recursive: true });
  for (const name of await readdir(join(folder, "hooks"))) {
    const path = join(folder, "hooks", name);
    const code = Object.entries(ENTRIES).reduce(
      (code, [source, entry]) => code.replaceAll(`"${source}"`, `"${entry}"`),
      await readFile(path, "utf8"),
    );
    await writeFile(path, code);
  }
  const { code, output } = await node(folder, "node_modules/vitest/vitest.mjs", "run");
  expect(output).toMatch(/Tests +\d+ passed \(\d+\)/);
  expect(code).toBe(0);
});
