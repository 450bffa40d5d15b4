/** What is read of a servable_config.py, beside what Serving's own Python registers of the same file. */

import { beforeAll, describe, expect, it } from "vitest";
import { names } from "../servable-config/read.ts";
import { methodOf, RECKONED } from "../servable-config/reckoned-names.ts";
import { REFUSED } from "../servable-config/refused.ts";
import { STYLES } from "../servable-config/styles.ts";
import { type Registered, registeredOf } from "./registered.ts";
import { howToGetServing, skipWithoutServing } from "./serving.ts";

/** Serving 2.0.2 does not have what these are written for, or has no method in them to refuse. */
const NOT_ASKED = ["a file without methods"];

describe.skipIf(skipWithoutServing)(`a servable_config.py that Serving runs${howToGetServing}`, () => {
  const reckoned = RECKONED.map((row) => [`${row[0]}, with ${row[1]}`, methodOf(row)] as const);
  const files = [...STYLES.map(({ title, text }) => [title, text] as const), ...reckoned];
  const refused = Object.entries(REFUSED).filter(([title]) => !NOT_ASKED.includes(title));
  let found: Record<string, Registered>;
  beforeAll(async () => {
    const texts = [...files, ...refused.map(([title, [text]]) => [title, text] as const)];
    found = await registeredOf(Object.fromEntries(texts));
  });

  it.each(files)("has the methods and names that are read of it: %s", (title, text) => {
    expect({ methods: names(text) }).toEqual(found[title]);
  });

  it.each(refused)("is refused for what is told as an error: %s", (title) => {
    expect(found[title]!.refused).toMatch(/^\w+: /);
    // It is not refused for a name that the example has not.
    if (!title.includes("not imported")) expect(found[title]!.refused).not.toMatch(/^NameError/);
  });
});
