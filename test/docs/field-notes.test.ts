/** Every row of docs/field-notes.md has its four cells, and names tests that are there, or findings. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { documents } from "./markdown.ts";

const { prose } = documents.find(({ path }) => path === "docs/field-notes.md")!;
const rows = prose
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| what happens"))
  .map((line) => line.slice(2, -2).split(" | "));

describe("field notes", () => {
  it("have four cells in every row, none of them empty", () => {
    expect(rows.filter((cells) => cells.length !== 4 || cells.some((cell) => cell.trim() === ""))).toEqual(
      [],
    );
    expect(rows.length).toBeGreaterThan(40);
  });

  it("name a test in every row, by a title that is in its file", () => {
    const missing = rows.flatMap(([what, , , held]) => {
      const links = [...held!.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, title, path]) => ({
        title: title!,
        path: path!,
      }));
      const tests = links.filter(({ path }) => path.startsWith("../test/"));
      if (tests.length === 0) return [`no test: ${what}`];
      const wrong = tests.filter(
        ({ title, path }) => !readFileSync(join("docs", path), "utf8").includes(title),
      );
      return wrong.map(({ title, path }) => `${path}: ${title}`);
    });
    expect(missing).toEqual([]);
  });

  it("lead to every finding", () => {
    const named = [...prose.matchAll(/\.\.\/findings\/([\w.-]+\.sh)/g)].map(([, name]) => name!);
    const script = /bash findings\/([\w-]+\.sh)/.exec(readFileSync("findings/README.md", "utf8"))?.[1];
    expect(named).toContain(script);
  });
});
