/**
 * The documents' TypeScript as programs: a block alone, or with those that continue it; and a module script in a
 * block of HTML. What a program prints is shown behind an arrow, with the comment lines right below; `…` stands for
 * anything.
 *
 *     console.log(5); // → 5
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { readConfig } from "../../src/servable-config/index.ts";
import { typedClient } from "../../src/typed-client/index.ts";
import { type Block, blocksOf, documents } from "./markdown.ts";

export interface Program {
  /** `docs/guide.md:12` */
  name: string;
  /** With the imports that a reader writes. */
  code: string;
  /** A script in HTML is JavaScript. */
  language: "ts" | "js";
  /** Body of the page that it needs; absent when it runs in Node. */
  page?: string;
  /** What it prints, line by line; empty when the document shows nothing. */
  prints: string[];
}

type Written = Pick<Program, "name" | "code"> & { language: Program["language"] | "tsx" };

const ELEMENTS = "src/elements/index.ts";

/** What a reader imports, and where it is. */
const MODULES: Readonly<Record<string, string>> = {
  "mindspore-serving-web/image": "src/image/index.ts",
  "mindspore-serving-web/photos": "src/photos/index.ts",
  "mindspore-serving-web/react": "src/react/index.ts",
  "mindspore-serving-web/vue": "src/vue/index.ts",
  "mindspore-serving-web/signature": "src/signature/index.ts",
  "mindspore-serving-web/inspect": "src/inspect/index.ts",
  "mindspore-serving-web/elements": ELEMENTS,
  "mindspore-serving-web": "src/client/index.ts",
  "./standalone.js": "src/client/standalone.ts",
  "./elements.js": ELEMENTS,
};

/** Not in the repo's history; below the repo, so that types and packages are found. */
const FOLDER = ".cache/docs";

const SCRIPT = /<script type="module">(.*?)<\/script>/s;

const FILE_INPUT = '<input type="file" multiple>';

/** Chinese documents have the code of the English ones: test/docs/languages.test.ts. */
export const english = ({ document }: Block) => !document.endsWith(".zh-CN.md");

export const programs: Program[] = [
  ...chains(blocksOf("ts").filter(english)).map((blocks) =>
    toProgram(blocks[0]!, blocks.map(({ code }) => code).join("\n")),
  ),
  ...blocksOf("html").filter(english).flatMap(scriptOf),
];

function toProgram({ document, line }: Block, code: string): Program {
  const program: Program = { name: `${document}:${line}`, code, language: "ts", prints: shownIn(code) };
  if (/\bdocument\.|mindspore-serving-web\/image/.test(code)) program.page = pageOf(document);
  return program;
}

/** The page that a document's blocks of TypeScript run in: its first without a script, or as much as a file input. */
function pageOf(document: string): string {
  const { blocks } = documents.find(({ path }) => path === document)!;
  const page = blocks.find(({ language, code }) => language === "html" && !code.includes("<script"));
  return page?.code ?? FILE_INPUT;
}

/** The module script of a block of HTML, which runs in the rest of it; elements are there, as in the documents. */
function scriptOf(block: Block): Program[] {
  const script = SCRIPT.exec(block.code)?.[1];
  if (script === undefined) return [];
  const page = block.code.replace(SCRIPT, "");
  const code = page.includes("<serving-") ? `import "./elements.js";\n${script}` : script;
  return [{ ...toProgram(block, code), language: "js", page }];
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

/** Writes programs as files, and beside them the servable's types that they import. @returns their paths, in order */
export function writePrograms(folder: string, list: Written[], change = (code: string) => code): string[] {
  mkdirSync(`${FOLDER}/${folder}`, { recursive: true });
  writeFileSync(`${FOLDER}/${folder}/resnet50.ts`, withModules(servableTypes()));
  return list.map(({ name, code, language }) => {
    const path = resolve(FOLDER, folder, `${name.replace(/\W/g, "-")}.${language}`);
    writeFileSync(path, `${change(code)}\nexport {};\n`);
    return path;
  });
}

/** What `types` prints of the documents' servable_config.py. */
function servableTypes(): string {
  const { code } = blocksOf("python").find(({ code }) => code.includes("register_method"))!;
  const { signature } = readConfig({ path: "servable_config.py", text: code, servable: "resnet50" });
  return typedClient(signature, "servable_config.py");
}

/** The code with the library's source in place of what a reader imports. */
export function withModules(code: string): string {
  return Object.entries(MODULES).reduce(
    (text, [name, path]) => text.replaceAll(`"${name}"`, JSON.stringify(resolve(path))),
    code,
  );
}

/** The code as it runs here: with a proxy at `url` in place of the documents' address. */
export function forHere(code: string, url: string): string {
  return withModules(code)
    .replaceAll("http://localhost:8080", url)
    .replaceAll('"localhost", 8080,', `"localhost", ${new URL(url).port},`);
}
