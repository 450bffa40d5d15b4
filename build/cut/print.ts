/** The pieces that are kept, as a module: namespaces become names of their own, which bundlers can shorten. */

import type { Constants } from "./constants.ts";
import type { Piece, Pieces } from "./pieces.ts";
import { nameIn } from "./reach.ts";
import { childrenOf, type Node, namesOf } from "./syntax.ts";

export function print(text: string, pieces: Pieces, constants: Constants, kept: ReadonlySet<Piece>): string {
  const textOf = (node: Node): string => {
    const taken = constants.taken(node);
    if (taken === null) return node.type === "IfStatement" ? ";" : "void 0";
    if (taken) return node.type === "IfStatement" ? textOf(taken) : `(${textOf(taken)})`;
    const names = namesOf(node);
    const found = names && nameIn(pieces, names);
    if (found?.name.includes(".") && found.rest.length === 0) return flat(found.name);
    const member = pieces.methods.get(node);
    if (member && !kept.has(member)) return "";
    let result = "";
    let at = node.start;
    for (const child of childrenOf(node).sort((a, b) => a.start - b.start)) {
      // `{ a }` names its key twice.
      if (child.start < at) continue;
      result += text.slice(at, child.start) + textOf(child);
      at = child.end;
    }
    return result + text.slice(at, node.end);
  };

  const statementOf = ({ node, name, value, keyword }: Piece): string => {
    const given = name === undefined ? undefined : constants.given(name);
    if (given !== undefined) return `const ${flat(name!)} = ${given};`;
    if (value === undefined) return textOf(node);
    const word = keyword === "const" && pieces.changed.has(name!) ? "let" : keyword;
    return `${word} ${flat(name!)}${value ? ` = ${textOf(value)}` : ""};`;
  };

  return pieces.all
    .filter((piece) => kept.has(piece) && piece.node.type !== "MethodDefinition")
    .map((piece) => `${statementOf(piece)}\n`)
    .join("");
}

const flat = (name: string) => name.replaceAll(".", "$");
