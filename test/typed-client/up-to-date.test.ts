/** What test/types/typed.test-d.ts holds the compiler to is what the command writes. */

import { readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { expect, it } from "vitest";
import { generated } from "./generated.ts";

const FOLDER = "test/types/typed";

it("every-kind.ts is what is made of every-kind.json (WRITE=1 writes it anew)", () => {
  const json = readFileSync(`${FOLDER}/every-kind.json`, "utf8");
  const text = generated(json, "every-kind.json", "../../../src");
  if (process.env.WRITE) writeFileSync(`${FOLDER}/every-kind.ts`, text);
  expect(readFileSync(`${FOLDER}/every-kind.ts`, "utf8")).toBe(text);
});
