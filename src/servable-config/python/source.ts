/** A Python file, parsed and not run, and its places as an editor counts them. */

import { type Fault, faultAt, meaningOf } from "./faults.ts";
import { isGap, parse, type SyntaxNode } from "./tree.ts";

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
    const root = parse(this.text);
    const cursor = root.cursor();
    const [faults, errors]: [Fault[], Fault[]] = [[], []];
    do {
      const { node } = cursor;
      const isError = cursor.type.isError && !isGap(node);
      const fault = isError ? meaningOf(this.text, node) : faultAt(this.text, node);
      if (fault) (isError ? errors : faults).push(fault);
    } while (cursor.next());
    // At one place, what can't be read says more than how it is indented.
    const [first] = [...errors, ...faults].sort((one, other) => one.at - other.at);
    if (first) this.fail(first.at, first.problem);
    return root;
  }

  textOf({ from, to }: { from: number; to: number }): string {
    return this.text.slice(from, to);
  }

  /** `path:line:column` */
  place(at: number): string {
    const before = this.text.slice(0, at).split(/\r\n|\r|\n/);
    return `${this.path}:${before.length}:${[...before.at(-1)!].length + 1}`;
  }

  fail(at: number, problem: string): never {
    throw new SourceError(`${this.place(at)}: ${problem}`);
  }
}
