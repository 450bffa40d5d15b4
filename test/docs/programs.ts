/**
 * The documents' TypeScript as programs: a block alone, or with those that continue it; and a module script in a
 * block of HTML. What a program prints is shown behind an arrow, with the comment lines right below; `…` stands for
 * anything.
 *
 *     console.log(5); // → 5
 */

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { type Block, blocksOf, documents } from "./markdown.ts";

export interface Program {
  /** `docs/guide.md:12` */
  name: string;
  /** With the imports that a reader writes. */
  code: string;
  /** Needs a page: it has the DOM, or pictures. */
  page: boolean;
  /** What it prints, line by line; empty when the document shows nothing. */
  prints: string[];
}

/** What a reader imports, and where it is. */
const MODULES: Readonly<Record<string, string>> = {
  "mindspore-serving-web/image": "src/client/image/index.ts",
  "mindspore-serving-web": "src/client/index.ts",
  "./standalone.js": existsSync("src/client/standalone.ts")
    ? "src/client/standalone.ts"
    : "src/client/index.ts",
};

/** Not in the repo's history; below the repo, so that types and packages are found. */
const FOLDER = ".cache/docs";

const FILE_INPUT = '<input type="file" multiple>';

export const programs: Program[] = [...chains(blocksOf("ts")), ...blocksOf("html").map(toScript)].flatMap(
  (blocks) => {
    const code = blocks.map((block) => block.code).join("\n");
    if (code === "") return [];
    return {
      name: `${blocks[0]!.document}:${blocks[0]!.line}`,
      code,
      page: blocks[0]!.language === "html" || /\bdocument\.|mindspore-serving-web\/image/.test(code),
      prints: shownIn(code),
    };
  },
);

function toScript(block: Block): Block[] {
  return [{ ...block, code: /<script type="module">(.*?)<\/script>/s.exec(block.code)?.[1] ?? "" }];
}

function chains(blocks: Block[]): Block[][] {
  const all: Block[][] = [];
  for (const block of blocks) {
    const before = all.at(-1);
    if (!block.continues) all.push([block]);
    else if (before?.[0]?.document === block.document) before.push(block);
    else throw new Error(`${block.document}:${block.line} continues nothing`);
  }
  return all;
}

function shownIn(code: string): string[] {
  const shown: string[] = [];
  let inside = false;
  for (const line of code.split("\n")) {
    const arrow = /\/\/ → (.*)$/.exec(line);
    const below = /^\s*\/\/ (.*)$/.exec(line);
    if (arrow) shown.push(arrow[1]!);
    else if (inside && below) shown.push(below[1]!);
    inside = arrow !== null || (inside && below !== null);
  }
  return shown.map((text) => text.trim());
}

/** Whether what was printed is what the document shows. */
export function asShown(printed: readonly string[], shown: readonly string[]): boolean {
  return (
    printed.length === shown.length &&
    shown.every((text, i) => {
      const pattern = text.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
      return new RegExp(`^${pattern.join(".*")}$`, "s").test(printed[i]!);
    })
  );
}

/** Writes programs as files. @returns their paths, in order */
export function writePrograms(folder: string, list: Program[], change = (code: string) => code): string[] {
  mkdirSync(`${FOLDER}/${folder}`, { recursive: true });
  return list.map(({ name, code }) => {
    const path = resolve(FOLDER, folder, `${name.replace(/\W/g, "-")}.ts`);
    writeFileSync(path, `${change(code)}\nexport {};\n`);
    return path;
  });
}

/** The code with the library's source in place of what a reader imports. */
export function withModules(code: string): string {
  return Object.entries(MODULES).reduce(
    (text, [name, path]) => text.replaceAll(`from "${name}"`, `from ${JSON.stringify(resolve(path))}`),
    code,
  );
}

/** The code as it runs here: with a proxy at `url` in place of the documents' address. */
export function forHere(code: string, url: string): string {
  return withModules(code)
    .replaceAll("http://localhost:8080", url)
    .replaceAll('"localhost", 8080,', `"localhost", ${new URL(url).port},`);
}

/** The page that a document's programs run in: its first HTML block, or as much as a file input. */
export function pageOf({ name }: Program): string {
  const path = name.split(":")[0]!;
  const document = documents.find((one) => one.path === path)!;
  return document.blocks.find(({ language }) => language === "html")?.code ?? FILE_INPUT;
}
