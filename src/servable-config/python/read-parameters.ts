/** The parameters of a function. */

import type { Source } from "./source.ts";
import type { Expression, Parameter } from "./syntax.ts";
import { childrenOf, type SyntaxNode } from "./tree.ts";

/**
 * @param list of a function, or of a lambda, which has no brackets
 * @param read reads an annotation
 */
export function parametersOf(
  source: Source,
  list: SyntaxNode,
  read: (source: Source, node: SyntaxNode) => Expression,
): Parameter[] {
  const parameters: Parameter[] = [];
  let star: "*" | "**" | undefined;
  let afterStar = false;
  let current: Parameter | undefined;
  for (const node of childrenOf(list)) {
    if (node.name === ",") current = undefined;
    if (node.name === "," && star === "*") [afterStar, star] = [true, undefined];
    if (node.name === "*" || node.name === "**") star = node.name;
    if (node.name === "TypeDef" && current) {
      const annotation = childrenOf(node).at(-1);
      if (annotation) current.annotation = read(source, annotation);
    }
    if (node.name === "AssignOp" && current) current.hasDefault = true;
    if (node.name !== "VariableName" || current) continue;
    const kind = star === "**" ? "keywords" : star === "*" ? "rest" : afterStar ? "keyword-only" : "plain";
    afterStar ||= star === "*";
    star = undefined;
    current = {
      at: node.from,
      name: source.textOf(node).normalize("NFKC"),
      kind,
      annotation: undefined,
      hasDefault: false,
    };
    parameters.push(current);
  }
  return parameters;
}
