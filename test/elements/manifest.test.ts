/** custom-elements.json, docs/elements.md and the elements say the same. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ServingClassifier } from "../../src/elements/classifier/serving-classifier.ts";
import { ServingMethod } from "../../src/elements/method/serving-method.ts";

interface Named {
  name: string;
}

interface Declaration extends Named {
  tagName: string;
  attributes: (Named & { fieldName: string })[];
  members: (Named & { kind: string })[];
  slots: Named[];
  cssParts: Named[];
  cssProperties: Named[];
}

const { modules } = JSON.parse(readFileSync("custom-elements.json", "utf8")) as {
  modules: [{ declarations: Declaration[] }];
};
const docs = readFileSync("docs/elements.md", "utf8");

const sourcesOf = (...folders: string[]) =>
  folders
    .flatMap((folder) => readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8")))
    .join("\n");
const found = (source: string, pattern: RegExp) =>
  [...new Set([...source.matchAll(pattern)].map(([, name]) => name!))].sort();
const names = (list: Named[]) => list.map(({ name }) => name).sort();

describe.each([
  { element: ServingClassifier, folder: "classifier", shared: ["scores", "intake"] },
  { element: ServingMethod, folder: "method", shared: [] },
])("$folder", ({ element, folder, shared }) => {
  const declared = modules[0].declarations.find(({ name }) => name === element.name)!;
  const own = sourcesOf(`src/elements/${folder}`);
  const source =
    own + sourcesOf("src/elements/look", "src/ui/look", ...shared.map((name) => `src/ui/${name}`));

  it("the manifest lists its attributes, properties, methods, slots and parts, and no others", () => {
    const attributes = names(declared.attributes).filter((name) => name !== "lang"); // Every element's own.
    expect(attributes).toEqual([...element.observedAttributes].sort());
    for (const { fieldName } of declared.attributes.filter(({ name }) => name !== "lang")) {
      expect(element.elementProperties.has(fieldName), fieldName).toBe(true);
    }
    for (const { name, kind } of declared.members.filter(({ kind }) => kind === "method")) {
      expect(typeof Reflect.get(element.prototype, name), kind).toBe("function");
    }
    expect(names(declared.slots)).toEqual(found(own, /<slot name="([^"]+)"/g));
    expect(names(declared.cssParts)).toEqual(found(source, /\bpart="([^"]+)"/g));
    expect(names(declared.cssProperties)).toEqual(found(source, /var\(\s*(--serving-[a-z-]+)/g));
  });

  it("the documentation names all of them", () => {
    const { attributes, members, slots, cssParts, cssProperties } = declared;
    const named = [...attributes, ...members, ...slots, ...cssParts, ...cssProperties];
    const missing = named.filter(({ name }) => !new RegExp(`\`${name}(\\(|\`)`).test(docs));
    expect(names(missing)).toEqual([]);
  });
});
