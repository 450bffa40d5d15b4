/** A page's bundle as Vite makes it of an application, and what it weighs. */

import { writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build, type Plugin } from "vite";
import { cutLibraries } from "../cut/plugin.ts";

interface Chunk {
  type: "chunk" | "asset";
  fileName: string;
  isEntry?: boolean;
  code: string;
  imports: string[];
  modules: Record<string, { code: string | null }>;
}

export interface Bundle {
  /** What the page loads before its code runs. */
  code: Buffer;
  /** Scripts that follow when they are needed, each by itself. */
  later: Buffer[];
  /** Code of each module of `code` as far as it is used, by path. */
  modules: Map<string, string>;
}

/**
 * @param entry where the source is written to: what it imports is found from there
 * @param plugins for what it imports of this repository's source
 * @param external what the page has besides, and is not counted
 */
export async function bundle(
  root: string,
  entry: string,
  source: string,
  plugins: Plugin[] = [cutLibraries()],
  external: (string | RegExp)[] = [],
): Promise<Bundle> {
  writeFileSync(entry, source);
  const result = await build({
    configFile: false,
    root,
    logLevel: "error",
    // As in an application also where NODE_ENV is another, as in tests: Lit has a build for development.
    resolve: { conditions: ["production", "browser", "module"] },
    plugins,
    build: {
      write: false,
      target: "es2022",
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: entry,
        external,
        onLog: (level, log, report) => log.code === "EVAL" || report(level, log),
      },
    },
  });
  const { output } = result as unknown as { output: Chunk[] };
  const chunks = output.filter(({ type }) => type === "chunk");
  const first = withImports(chunks.find(({ isEntry }) => isEntry)!, chunks);
  return {
    code: Buffer.from([...first].map(({ code }) => code).join("")),
    later: chunks.filter((chunk) => !first.has(chunk)).map(({ code }) => Buffer.from(code)),
    modules: new Map(
      [...first].flatMap(({ modules }) =>
        Object.entries(modules).map(([id, { code }]) => [id, code ?? ""] as const),
      ),
    ),
  };
}

function withImports(chunk: Chunk, chunks: Chunk[], all = new Set<Chunk>()): Set<Chunk> {
  if (all.has(chunk)) return all;
  all.add(chunk);
  for (const name of chunk.imports) {
    const imported = chunks.find(({ fileName }) => fileName === name);
    if (imported) withImports(imported, chunks, all);
  }
  return all;
}

export const gzip = (code: string | Buffer) => gzipSync(code, { level: 9 }).length;
export const brotli = (code: Buffer) => brotliCompressSync(code).length;
