/** Circles among files, and among folders. */

import { posix } from "node:path";
import type { Source } from "./sources.ts";

type Graph = Map<string, Set<string>>;

/** Files that import each other, over however many others: each circle with all its files. */
export function circlesOfFiles(sources: readonly Source[]): string[][] {
  return circlesOf(new Map(sources.map(({ path, imports }) => [path, new Set(imports)])));
}

/**
 * Folders that import each other. In each folder, its sub-folders (each with all that is in it) and its own files (all
 * of them as one, named `folder/*`) must import each other one way: a file may import from the folder above it only
 * where nothing up there imports from its own.
 */
export function circlesOfFolders(sources: readonly Source[], root: string): string[][] {
  const folders = new Set(sources.flatMap(({ path }) => foldersAbove(path, root)));
  return [...folders].flatMap((folder) => {
    const graph: Graph = new Map();
    for (const { path, imports } of sources) {
      const from = partOf(folder, path);
      for (const target of imports) {
        const to = partOf(folder, target);
        if (from === undefined || to === undefined || from === to) continue;
        graph.set(from, (graph.get(from) ?? new Set()).add(to));
      }
    }
    return circlesOf(graph);
  });
}

function foldersAbove(path: string, root: string): string[] {
  const folders = [];
  for (let at = posix.dirname(path); at.startsWith(root); at = posix.dirname(at)) folders.push(at);
  return folders;
}

/** The sub-folder of `folder` that a file lies in, or all of the folder's own files; `undefined` outside of it. */
function partOf(folder: string, path: string): string | undefined {
  if (!path.startsWith(`${folder}/`)) return undefined;
  const [name, ...rest] = path.slice(folder.length + 1).split("/");
  return `${folder}/${rest.length === 0 ? "*" : name}`;
}

/** Tarjan's strongly connected components of more than one node. */
function circlesOf(graph: Graph): string[][] {
  const circles: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const visit = (node: string) => {
    const own = index.size;
    index.set(node, own);
    low.set(node, own);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!));
    }
    if (low.get(node) !== own) return;
    const circle = stack.splice(stack.indexOf(node));
    if (circle.length > 1) circles.push(circle.sort());
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return circles;
}
