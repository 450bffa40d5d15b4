/** The third-party notices name what is used, with the licence that the package itself states. */

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { documents } from "./markdown.ts";

const { prose } = documents.find(({ path }) => path === "THIRD_PARTY_NOTICES.md")!;
const rows = [...prose.matchAll(/^\| (\S+) \| (.+) \| (.+) \|$/gm)]
  .map(([, name, licence]) => ({ name: name!, licence: licence! }))
  .filter(({ name }) => name !== "package");

it("licences are those of the installed packages", () => {
  const stated = rows.map(({ name }) => {
    const { license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8"));
    return { name, licence: license as string };
  });
  expect(rows).toEqual(stated);
});

it("every runtime dependency is named", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
    dependencies: Record<string, string>;
  };
  expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(dependencies)));
});
