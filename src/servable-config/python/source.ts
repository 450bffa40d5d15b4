/** A Python file, parsed and not run, and its places as an editor counts them. */

import { parser } from "@lezer/python";

export type SyntaxNode = ReturnType<typeof parser.parse>["topNode"];

/** What a file can't be read for; its message begins with `path:line:column: `, both from 1. */
class SourceError extends Error {}

export class Source {
  /** As people know it. */
  readonly path: string;
  readonly text: string;

  constructor(path: string, text: string) {
    this.path = path;
    // A byte order mark is none of Python's text; a page break on a line of its own is a blank, which Lezer has not.
    this.text = text
      .replace(/^\uFEFF/, "")
      .replace(/^[ \t]*\f[ \t\f]*$/gm, (line) => " ".repeat(line.length));
  }

  /** @throws SourceError for what is no Python */
  parse(): SyntaxNode {
    const root = parser.parse(this.text).topNode;
    const cursor = root.cursor();
    do {
      const { node } = cursor;
      if (cursor.name === "PrintStatement")
        this.fail(node.from, "this is Python 2: Serving runs Python 3.7 to 3.9");
      if (cursor.type.isError && !isGap(node))
        this.fail(this.beginOf(node), "this can't be read as Python: mend it first");
    } while (cursor.next());
    return root;
  }

  textOf({ from, to }: { from: number; to: number }): string {
    return this.text.slice(from, to);
  }

  /** `path:line:column` */
  place(at: number): string {
    const before = this.text.slice(0, at).split("\n");
    return `${this.path}:${before.length}:${[...before.at(-1)!].length + 1}`;
  }

  fail(at: number, problem: string): never {
    throw new SourceError(`${this.place(at)}: ${problem}`);
  }

  /** An error without text stands behind what it misses something after. */
  private beginOf({ from, to }: SyntaxNode): number {
    if (to > from) return from;
    return Math.max(0, this.text.slice(0, from).trimEnd().length - (from >= this.text.length ? 1 : 0));
  }
}

/** What is valid Python, but not for Lezer: `yield` alone, and `1.` */
function isGap({ parent, prevSibling }: SyntaxNode): boolean {
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
