/** A document and its Chinese say the same: headings, code, links, figures and terms. */

import { describe, expect, it } from "vitest";
import { type Document, documents } from "./markdown.ts";

const pairs = documents
  .filter(({ path }) => path.endsWith(".zh-CN.md"))
  .map((zh) => {
    const path = zh.path.replace(".zh-CN", "");
    return { path, en: documents.find((document) => document.path === path)!, zh };
  });

/** Code without the comments that are words of a language; what is printed stays. */
const codeOf = ({ blocks }: Document) =>
  blocks.map(({ language, code }) => [
    language,
    code.replace(language === "ts" ? /\s*\/\/ (?![→ [\]{}]).*$/gm : /\s*#.*$/gm, ""),
  ]);

/**
 * A Chinese document may lead to a Chinese one, whose headings, and so anchors, are Chinese; the links to each other's
 * language are left out.
 */
const linksOf = ({ path, prose }: Document) =>
  [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!.replace(".zh-CN", "").replace(/#.*/, ""))
    .filter((target) => target !== path.replace(".zh-CN", "").replace("docs/", ""));

/** Figures, and what is in `code` marks. */
const figuresOf = ({ prose }: Document) => (prose.match(/\d+(?:[.,]\d+)*/g) ?? []).sort();
const termsOf = ({ prose }: Document) => [...new Set(prose.match(/`[^`]+`/g))].sort();

it("README.md is one of them", () => {
  expect(pairs.map(({ path }) => path)).toContain("README.md");
});

describe.each(pairs)("$path", ({ en, zh }) => {
  it("headings of the same depth, in the same order", () => {
    const depths = ({ headings }: Document) => headings.map((heading) => heading.indexOf(" "));
    expect(depths(zh)).toEqual(depths(en));
  });

  it("the same code", () => {
    expect(codeOf(zh)).toEqual(codeOf(en));
  });

  it("the same links", () => {
    expect(linksOf(zh)).toEqual(linksOf(en));
  });

  it("the same figures and terms", () => {
    expect(figuresOf(zh)).toEqual(figuresOf(en));
    expect(termsOf(zh)).toEqual(termsOf(en));
  });
});
