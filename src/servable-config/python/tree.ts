/** Lezer's tree of a Python file. */

import { parser } from "@lezer/python";

export type SyntaxNode = ReturnType<typeof parser.parse>["topNode"];

export function parse(text: string): SyntaxNode {
  return parser.parse(text).topNode;
}

/** What is valid Python, but not for Lezer: `yield` alone, and `1.` */
export function isGap({ parent, prevSibling }: SyntaxNode): boolean {
  if (parent?.name === "YieldStatement" || parent?.name === "YieldExpression")
    return prevSibling?.name === "yield";
  return (
    parent?.name === "MemberExpression" && parent.firstChild?.name === "Number" && prevSibling?.name === "."
  );
}

/** Without comments, and without what was read as nothing. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== "Comment" && !child.type.isError) children.push(child);
  }
  return children;
}
