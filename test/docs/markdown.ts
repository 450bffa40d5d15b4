/** The repo's documents, as far as the tests read Markdown: fenced blocks, headings, links and the prose between. */

import { readdirSync, readFileSync } from "node:fs";

export interface Block {
  document: string;
  /** Line of the opening fence, from 1. */
  line: number;
  language: string;
  code: string;
  /** Builds on the ts block before it: there is `<!-- continues -->` above. */
  continues: boolean;
}

export interface Document {
  path: string;
  blocks: Block[];
  /** `## Title`, in order, fences left out. */
  headings: string[];
  /** Everything but fenced blocks and invisible comments. */
  prose: string;
}

const FENCE = /^ *```(\w*)$/;

export function readDocument(path: string): Document {
  const blocks: Block[] = [];
  const prose: string[] = [];
  let open: Block | undefined;
  let continues = false;
  for (const [i, text] of readFileSync(path, "utf8").split("\n").entries()) {
    const fence = FENCE.exec(text);
    if (open && fence) {
      blocks.push(open);
      open = undefined;
    } else if (open) {
      open.code += `${text.replace(/^ {3}/, "")}\n`;
    } else if (fence) {
      open = { document: path, line: i + 1, language: fence[1]!, code: "", continues };
      continues = false;
    } else if (text.trim() !== "") {
      continues = text.trim() === "<!-- continues -->";
      if (!continues) prose.push(text);
    }
  }
  if (open) throw new Error(`${path}:${open.line}: this block is never closed`);
  const headings = prose.filter((text) => /^#{1,6} /.test(text));
  return { path, blocks, headings, prose: prose.join("\n").replace(/<!--.*?-->/gs, "") };
}

/** All that people read first; the generated reference is left out, its test compares it whole. */
export const documents = [
  ...readdirSync(".").filter((name) => name.endsWith(".md") || name === "llms.txt"),
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
].map(readDocument);

export function blocksOf(...languages: string[]): Block[] {
  return documents.flatMap(({ blocks }) => blocks.filter(({ language }) => languages.includes(language)));
}
