/** What is no Python although Lezer reads it, and what its errors mean. */

import type { SyntaxNode } from "./tree.ts";

const PYTHON_2 = "this is Python 2: Serving runs Python 3.7 to 3.9";

export interface Fault {
  /** Where a reader looks for it. */
  at: number;
  problem: string;
}

/** A mistake of a node's own; `undefined` where there is none. */
export function faultAt(text: string, node: SyntaxNode): Fault | undefined {
  const written = text.slice(node.from, node.to);
  const old = (instead: string, at = node.from) => ({ at, problem: `${PYTHON_2}; write ${instead}` });
  const comma = () => node.getChild(",");
  switch (node.name) {
    case "PrintStatement":
      return { at: node.from, problem: PYTHON_2 };
    case "TryStatement":
      return comma() ? old("except Error as name", comma()!.from) : undefined;
    case "RaiseStatement":
      return comma() ? old('raise Error("text")', comma()!.from) : undefined;
    case "CompareOp":
      return written === "<>" ? old("!=") : undefined;
    case "Number":
      return /^0[\d_]*[1-9][\d_]*$/.test(written) ? old(`0o${written.slice(1)}`) : undefined;
    case "String":
    case "FormatString":
      return hasEnd(written)
        ? undefined
        : { at: node.from, problem: "this text has no end: close its quotes" };
    case "ParamList":
      return twice(text, node);
    case "Script":
    case "Body":
      return unaligned(text, node);
    default:
      return undefined;
  }
}

/** What an error of Lezer's most likely is. */
export function meaningOf(text: string, node: SyntaxNode): Fault {
  const general = "this can't be read as Python: mend it first";
  // An error without text stands behind what it misses something after.
  const before = text.slice(0, node.from).trimEnd().length;
  const isBody = node.parent?.name === "Body" && node.to === node.from;
  const previous = node.prevSibling;
  if (isBody && !previous)
    return { at: before - 1, problem: "a colon is missing behind this: end the line with :" };
  if (isBody && previous?.name === ":")
    return { at: before - 1, problem: "nothing is indented below this: indent what belongs to it" };
  const next = node.from + text.slice(node.from).search(/\S|$/);
  const indent = isBody && previous ? indentOf(text, next) : undefined;
  if (indent)
    return misaligned(
      next,
      indent,
      indentOf(text, previous!.from)!,
      "this line is indented more than the one above: line them up",
    );
  const isExec = previous && text.slice(previous.from, previous.to).trim() === "exec";
  if (text[node.from] === "`" || isExec) return { at: isExec ? previous.from : node.from, problem: PYTHON_2 };
  if (node.to > node.from) return { at: node.from, problem: general };
  return { at: Math.max(0, before - (node.from >= text.length ? 1 : 0)), problem: general };
}

function hasEnd(text: string): boolean {
  const [, quotes, body] = /^[a-z]*("""|'''|"|')([\s\S]*)$/i.exec(text) ?? [];
  if (quotes === undefined || !body!.endsWith(quotes)) return false;
  return !/(?:^|[^\\])(?:\\\\)*\\$/.test(body!.slice(0, -quotes.length));
}

function twice(text: string, list: SyntaxNode): Fault | undefined {
  const names = list
    .getChildren("VariableName")
    .filter(({ prevSibling }) => prevSibling?.name !== "AssignOp")
    .map((node) => ({ at: node.from, name: text.slice(node.from, node.to) }));
  const again = names.find(({ name }, i) => names.findIndex((one) => one.name === name) < i);
  return again && { at: again.at, problem: `the parameter ${again.name} stands there twice: rename one` };
}

/** Lezer lines statements up by columns, and takes a lesser indentation for the end of a block, whatever it is. */
function unaligned(text: string, block: SyntaxNode): Fault | undefined {
  let first = block.name === "Script" ? "" : undefined;
  for (let node = block.firstChild; node; node = node.nextSibling) {
    if (!/^[A-Z]/.test(node.name) || node.name === "Comment") continue;
    const indent = indentOf(text, node.from);
    if (indent === undefined) continue;
    first ??= indent;
    if (indent === first) continue;
    return misaligned(
      node.from,
      indent,
      first,
      "this line lines up with none above: indent it as those that it belongs to",
    );
  }
  return undefined;
}

function misaligned(at: number, indent: string, above: string, problem: string): Fault {
  const isMixed = /\t/.test(indent) !== /\t/.test(above) || / /.test(indent) !== / /.test(above);
  const mixed = "this line is indented by other tabs and spaces than those above: use spaces alone";
  return { at, problem: /\t/.test(indent + above) && isMixed ? mixed : problem };
}

/** What stands before the first word of a line; `undefined` for what is not the first. */
function indentOf(text: string, at: number): string | undefined {
  let begin = at;
  while (/[ \t]/.test(text[begin - 1] ?? "")) begin--;
  return begin === 0 || /[\r\n]/.test(text[begin - 1]!) ? text.slice(begin, at) : undefined;
}
