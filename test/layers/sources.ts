/** The source files of a checkout, and which of them imports which. */

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";

export interface Source {
  /** From the checkout's root, such as `src/client/client.ts`. */
  path: string;
  text: string;
  lines: number;
  /** Paths of the files that it imports: values and types, at the start and later, and by `new URL("./x", import.meta.url)`. */
  imports: string[];
  /** Packages and Node's modules that it imports. */
  packages: string[];
}

const SOURCE = /\.(ts|mjs|js|py)$/;
const SCRIPT = /\.(ts|mjs|js)$/;
const BY_URL = /new URL\(\s*"(\.[^"]+)",\s*import\.meta\.url/g;

/** @param folders those to read, from the checkout's root; one that is missing is empty */
export function readSources(root: string, folders: readonly string[]): Source[] {
  const paths = folders.flatMap((folder) => filesUnder(root, folder));
  const known = new Set(paths);
  return paths
    .filter((path) => SOURCE.test(path))
    .map((path) => {
      const text = readFileSync(join(root, path), "utf8");
      const names = SCRIPT.test(path) ? importsOf(text) : [];
      const relative = names.filter((name) => name.startsWith("."));
      return {
        path,
        text,
        lines: text.split("\n").length - 1,
        imports: relative
          .map((name) => posix.join(dirname(path), name))
          .filter((target) => known.has(target)),
        packages: names.filter((name) => !name.startsWith(".")),
      };
    });
}

function importsOf(text: string): string[] {
  const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return [...new Set([...names, ...[...text.matchAll(BY_URL)].map((match) => match[1]!)])];
}

function filesUnder(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => posix.join(entry.parentPath.slice(root.length).replaceAll("\\", "/"), entry.name))
      .map((path) => path.replace(/^\//, ""))
      .sort();
  } catch {
    return [];
  }
}
