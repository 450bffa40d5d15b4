/** A document and its Chinese say the same: headings, code, links, figures and terms. */

import { dirname, join } from "node:path";
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
    code.replace(/^(tsx?|vue)$/.test(language) ? /\s*\/\/ (?![→ [\]{}]).*$/gm : /\s*#.*$/gm, ""),
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

const paths = pairs.map(({ path }) => path);

it("README, guide, elements and deploy are among them", () => {
  const first = ["README.md", "docs/guide.md", "docs/elements.md", "docs/deploy.md"];
  expect(paths).toEqual(expect.arrayContaining(first));
});

it("a Chinese document leads to the Chinese of another, and calls none English that is Chinese", () => {
  const astray = pairs.flatMap(({ path, zh }) =>
    [...zh.prose.matchAll(/\]\(([^)#\s]+\.md)[^)\s]*\)(（英文）)?/g)]
      .filter(([, target, english]) => {
        const place = join(dirname(path), target!);
        return place !== path && (paths.includes(place) || (english && target!.endsWith(".zh-CN.md")));
      })
      .map(([link]) => `${zh.path}: ${link}`),
  );
  expect(astray).toEqual([]);
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
