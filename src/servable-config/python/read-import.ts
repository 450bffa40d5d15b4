/** What an import binds. */

import type { Source } from "./source.ts";
import type { Import } from "./syntax.ts";
import type { SyntaxNode } from "./tree.ts";

/** `import a.b as c`, `from ..a import b as c, d`, `from a import *` */
export function readImport(source: Source, children: readonly SyntaxNode[]): Import[] {
  const at = children.findIndex(({ name }) => name === "import");
  const isFrom = children[0]?.name === "from";
  const written = (nodes: readonly SyntaxNode[]) => nodes.map((node) => source.textOf(node)).join("");
  const module = isFrom ? written(children.slice(1, at)) : "";
  return partsOf(children.slice(at + 1).filter(({ name }) => name !== "(" && name !== ")")).map((part) => {
    const as = part.findIndex(({ name }) => name === "as");
    const named = written(as < 0 ? part : part.slice(0, as));
    const alias = as < 0 ? undefined : written(part.slice(as + 1));
    if (named === "*") return { name: "*", path: module };
    if (isFrom) return { name: alias ?? named, path: `${module}${module.endsWith(".") ? "" : "."}${named}` };
    // Without `as`, `import a.b` binds a.
    const first = named.split(".")[0]!;
    return alias ? { name: alias, path: named } : { name: first, path: first };
  });
}

function partsOf(nodes: readonly SyntaxNode[]): SyntaxNode[][] {
  const parts: SyntaxNode[][] = [[]];
  for (const node of nodes) {
    if (node.name === ",") parts.push([]);
    else parts.at(-1)!.push(node);
  }
  return parts.filter((part) => part.length > 0);
}
