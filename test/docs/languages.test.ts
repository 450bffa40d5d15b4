/** The README in English and Chinese says the same: headings, code, links and figures. */

import { expect, it } from "vitest";
import { type Document, documents } from "./markdown.ts";

const of = (path: string) => documents.find((document) => document.path === path)!;
const en = of("README.md");
const zh = of("README.zh-CN.md");

/** Code without the comments that are words of a language; what is printed stays. */
const codeOf = ({ blocks }: Document) =>
  blocks.map(({ language, code }) => [
    language,
    code.replace(language === "sh" ? /\s*#.*$/gm : /\s*\/\/ (?!→).*$/gm, ""),
  ]);

const linksOf = ({ prose }: Document) =>
  [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^README(\.zh-CN)?\.md$/.test(target));

/** Figures, and what is in `code` marks. */
const figuresOf = ({ prose }: Document) => (prose.match(/\d+(?:[.,]\d+)*/g) ?? []).sort();
const termsOf = ({ prose }: Document) => [...new Set(prose.match(/`[^`]+`/g))].sort();

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
