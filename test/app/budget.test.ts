/** What the built page (dist/app) costs before the first paint, and what comes later. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";

const FOLDER = "dist/app";
const KB = 1024;

const read = (name: string) => readFileSync(`${FOLDER}/${name}`, "utf8");
const gzipped = (names: Iterable<string>) =>
  [...names].reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length, 0);

/** A module and all that it imports before it runs. */
function withImports(name: string, all = new Set<string>()): Set<string> {
  if (all.has(name)) return all;
  all.add(name);
  for (const [, path] of read(name).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
    withImports(`assets/${path}`, all);
  return all;
}

describe.skipIf(!existsSync(FOLDER))("the built page", () => {
  const page = read("index.html");
  const [, entry] = /<script type="module"[^>]* src="\.\/(assets\/[^"]+\.js)"/.exec(page)!;
  const first = withImports(entry!);
  /** By the whole name before the hash: another one may begin with it. */
  const chunk = (name: string) =>
    readdirSync(`${FOLDER}/assets`).find((file) => new RegExp(`^${name}-[\\w-]{8}\\.js$`).test(file));

  it("needs at most 40 KB of gzip JavaScript for its first paint, in Chinese too", () => {
    const templates = `assets/${chunk("first-paint")}`;
    expect(gzipped([...first, templates, "theme.js"]) / KB).toBeLessThan(40);
  });

  it("needs the client, Add, the playground and the settings only later", () => {
    const client = `assets/${chunk("client")}`;
    expect(first.has(client)).toBe(false);
    const code = [...first].map(read).join("\n");
    expect(code).not.toContain("app-tensor-table");
    expect(code).not.toContain("app-metadata-editor");
    expect(code).not.toMatch(/app-instance-row["\s]/);
  });

  it("has at most 8 KB of gzip styles, and no script but files", () => {
    const styles = readdirSync(`${FOLDER}/assets`).filter((name) => name.endsWith(".css"));
    expect(gzipped(styles.map((name) => `assets/${name}`)) / KB).toBeLessThan(8);
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\son\w+=|\sstyle=/);
  });
});
