/** Blocks of lines that stand in the source more than once. */

import type { Source } from "./sources.ts";

const SHORTEST = 6;

interface Line {
  number: number;
  text: string;
}

/**
 * Each block of six or more lines that repeats, as `a.ts:12 = b.ts:40, 8 lines`. Of what is compared, imports, comments,
 * empty lines and lines of closing brackets alone are left out, and so is how a line is indented.
 */
export function repeatedBlocks(sources: readonly Source[]): string[] {
  const files = sources.map(({ path, text }) => ({ path, lines: linesOf(text) }));
  const places = new Map<string, { file: number; at: number }[]>();
  const found: string[] = [];
  const told = new Set<string>();
  files.forEach(({ path, lines }, file) => {
    for (let at = 0; at + SHORTEST <= lines.length; at++) {
      const window = textOf(lines, at, SHORTEST);
      const before = places.get(window) ?? [];
      for (const other of before) {
        const theirs = files[other.file]!;
        // Told from its first line on.
        if (told.has(`${other.file}:${other.at} ${file}:${at}`)) continue;
        let length = 0;
        while (isSame(theirs.lines[other.at + length], lines[at + length])) {
          told.add(`${other.file}:${other.at + length} ${file}:${at + length}`);
          length++;
        }
        const [a, b] = [theirs.lines[other.at]!.number, lines[at]!.number];
        found.push(`${theirs.path}:${a} = ${path}:${b}, ${length} lines`);
      }
      // A run of lines that are all alike, such as a table's, does not repeat itself.
      if (!before.some((other) => other.file === file && at - other.at < SHORTEST)) before.push({ file, at });
      places.set(window, before);
    }
  });
  return found;
}

function linesOf(text: string): Line[] {
  const code = text
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/^(import|export)\b[^;]*?\bfrom "[^"]*";/gm, blank)
    .replace(/^import "[^"]*";/gm, blank);
  return code
    .split("\n")
    .map((line, i) => ({ number: i + 1, text: line.trim().replace(/\s+/g, " ") }))
    .filter(({ text }) => /\w/.test(text) && !text.startsWith("//"));
}

/** As many lines without anything on them. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, "");
}

function textOf(lines: readonly Line[], at: number, count: number): string {
  return lines
    .slice(at, at + count)
    .map(({ text }) => text)
    .join("\n");
}

function isSame(a: Line | undefined, b: Line | undefined): boolean {
  return a !== undefined && a.text === b?.text;
}
