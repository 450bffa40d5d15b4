/** The table of docs/deploy.md, "When it does not work": each row names its test in a comment, and each such case has a row. */

import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { gatewayReplies } from "../replies/gateways.ts";
import { replyCases } from "../replies/index.ts";

interface Row {
  /** What the client says: a kind in backquotes first. */
  said: string;
  kind: string;
  /** `[file, title]`; for cases of `test/replies` that folder. */
  tests: [file: string, title: string][];
}

const rows: Row[] = readFileSync("docs/deploy.md", "utf8")
  .split("\n")
  .filter((line) => /^\| `[a-z-]+`.*\|$/.test(line) && line.split("|").length === 5)
  .map((line) => {
    const said = line.split("|")[1]!.trim();
    const comments = [...line.matchAll(/<!-- (\S+): (.+?) -->/g)];
    const tests = comments.flatMap(([, file, titles]) =>
      (file === "test/replies" ? titles!.split("; ") : [titles!]).map((title): [string, string] => [
        file!,
        title,
      ]),
    );
    return { said, kind: /^`([a-z-]+)`/.exec(said)![1]!, tests };
  });

const named = rows.flatMap(({ tests }) => tests.map(([, title]) => title));

describe("the table of what to do when it does not work", () => {
  it("has all that stands between a page and Serving, each in a row", () => {
    expect(gatewayReplies.map(([name]) => name).filter((name) => !named.includes(name))).toEqual([]);
    expect(rows.length).toBeGreaterThan(20);
  });

  it.each(rows)("has a test for $said", ({ kind, tests }) => {
    expect(tests).not.toEqual([]);
    for (const [file, title] of tests) {
      if (file !== "test/replies") {
        expect(readFileSync(file, "utf8")).toContain(title);
        continue;
      }
      const found = replyCases.find(([name]) => name === title);
      expect(found, title).toBeDefined();
      expect(found![2], title).toMatchObject({ kind });
    }
  });
});
