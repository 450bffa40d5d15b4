/** Branches of the client's source files, counted in the browser's pages and by Vitest in Node together. */

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import convert from "ast-v8-to-istanbul";
import { parseAstAsync } from "vite";
import type { RecordedScript } from "./record.ts";

/** A place where the code takes one of several ways, and how often it took each. */
export interface Branch {
  path: string;
  line: number;
  /** Istanbul's: `if`, `cond-expr`, `binary-expr`, `switch`, `default-arg`. */
  type: string;
  counts: number[];
}

/** As much of Istanbul's format as is used. */
interface FileCoverage {
  path: string;
  branchMap: Record<string, { type: string; loc: { start: { line: number; column: number } } }>;
  b: Record<string, number[]>;
}

const CLIENT = "src/client/";

/** @param nodeFile Istanbul's JSON; @param browserFolder has what `recordCoverage` wrote */
export async function mergeBranches(nodeFile: string, browserFolder: string): Promise<Branch[]> {
  const branches = new Map<string, Branch>();
  add(branches, Object.values(JSON.parse(readFileSync(nodeFile, "utf8"))));
  for (const file of readdirSync(browserFolder)) {
    const scripts = JSON.parse(readFileSync(join(browserFolder, file), "utf8")) as RecordedScript[];
    for (const script of scripts) {
      if (script.map.sources.some((source) => source.includes(CLIENT))) add(branches, await filesOf(script));
    }
  }
  return [...branches.values()];
}

/** Where a branch ends is told differently by each bundle's source map; where it begins is not. */
function add(branches: Map<string, Branch>, files: FileCoverage[]): void {
  for (const { path, branchMap, b } of files) {
    const seen = new Map<string, number>();
    for (const [id, { type, loc }] of Object.entries(branchMap)) {
      const { line, column } = loc.start;
      const place = [path, line, column, type, b[id]!.length].join(":");
      const nth = seen.get(place) ?? 0;
      seen.set(place, nth + 1);
      const branch = branches.get(`${place}:${nth}`) ?? { path, line, type, counts: b[id]!.map(() => 0) };
      branches.set(`${place}:${nth}`, branch);
      branch.counts = branch.counts.map((count, i) => count + b[id]![i]!);
    }
  }
}

/** Where a bundle's script lies differs; that a source is the client's shows in the end of its path. */
async function filesOf({ url, source, functions, map }: RecordedScript): Promise<FileCoverage[]> {
  const sources = map.sources.map((path) => {
    const at = path.lastIndexOf(CLIENT);
    return at < 0 ? `/elsewhere/${path}` : resolve(path.slice(at));
  });
  const data = await convert({
    code: source,
    sourceMap: { ...map, sources, sourceRoot: "" } as never,
    ast: parseAstAsync(source),
    coverage: { url: "file:///", functions } as never,
  });
  const files = Object.values(data as unknown as Record<string, FileCoverage>).filter(({ path }) =>
    path.startsWith(resolve(CLIENT)),
  );
  if (files.length === 0) throw new Error(`no source of the client's in ${url}`);
  return files;
}
