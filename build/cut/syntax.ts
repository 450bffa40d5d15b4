/** JavaScript as a tree, as far as the cut looks at it. */

import { type ESTree, parseSync } from "rolldown/utils";

export type { ESTree };
export type Node = ESTree.Node;

/** The statements of a file. @throws Error where it can't be read */
export function parse(file: string, text: string): Node[] {
  const { program, errors } = parseSync(file, text, { preserveParens: false });
  if (errors.length > 0) throw new Error(`${file} can't be parsed: ${errors[0]!.message}`);
  return program.body;
}

export function childrenOf(node: Node): Node[] {
  const isNode = (value: unknown): value is Node =>
    typeof value === "object" && value !== null && "type" in value;
  return Object.values(node).flat().filter(isNode);
}

/** `a.b.c` as its names; `undefined` for anything else. */
export function namesOf(node: Node): string[] | undefined {
  if (node.type === "Identifier") return [node.name];
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier")
    return undefined;
  const object = namesOf(node.object);
  return object && [...object, node.property.name];
}
