/** Lezer's tree of an expression, to an expression. */

import { readNumber, readText, textBetween } from "./literals.ts";
import { parametersOf } from "./read-parameters.ts";
import type { Source } from "./source.ts";
import type { Clause, Expression, Keyword } from "./syntax.ts";
import { childrenOf, type SyntaxNode } from "./tree.ts";

export function readExpression(source: Source, node: SyntaxNode): Expression {
  const at = node.from;
  const children = childrenOf(node);
  const read = (child: SyntaxNode) => readExpression(source, child);
  const inside = () => readItems(source, children.slice(1, -1));
  switch (node.name) {
    case "VariableName":
      // As Python itself has names.
      return { at, kind: "name", name: source.textOf(node).normalize("NFKC") };
    case "String":
      return readText(source, node);
    case "ContinuedString":
      return joined(at, children.map(read));
    case "FormatString":
      return readFormat(source, node, children);
    case "Number":
      return readNumber(source.textOf(node), at);
    case "Boolean":
      return { at, kind: "constant", value: source.textOf(node) === "True" };
    case "None":
      return { at, kind: "constant", value: null };
    case "ParenthesizedExpression":
      return read(children[1]!);
    case "TupleExpression":
      return { at, kind: "tuple", items: inside() };
    case "ArrayExpression":
      return { at, kind: "list", items: inside() };
    case "SetExpression":
      return { at, kind: "other", parts: inside() };
    case "DictionaryExpression":
      return readDict(source, node, children.slice(1, -1));
    case "MemberExpression":
      return readMember(source, node, children);
    case "CallExpression":
      return { at, kind: "call", callee: read(children[0]!), ...readArguments(source, children[1]!) };
    case "BinaryExpression": {
      const operator = children
        .slice(1, -1)
        .map((child) => source.textOf(child))
        .join(" ");
      return { at, kind: "binary", operator, left: read(children[0]!), right: read(children.at(-1)!) };
    }
    case "UnaryExpression":
      return { at, kind: "unary", operator: source.textOf(children[0]!), operand: read(children.at(-1)!) };
    case "ConditionalExpression": {
      const [yes, , test, , no] = children as [SyntaxNode, SyntaxNode, SyntaxNode, SyntaxNode, SyntaxNode];
      return { at, kind: "conditional", test: read(test), yes: read(yes), no: read(no) };
    }
    case "LambdaExpression":
      return {
        at,
        kind: "lambda",
        parameters:
          children[1]?.name === "ParamList" ? parametersOf(source, children[1], readExpression) : [],
        body: read(children.at(-1)!),
      };
    case "ArrayComprehensionExpression":
    case "ComprehensionExpression":
      return readComprehension(source, at, children.slice(1, -1), node.name === "ComprehensionExpression");
    case "YieldExpression":
    case "YieldStatement":
      return {
        at,
        kind: "yield",
        value: readValue(
          source,
          children.filter(({ name }) => name !== "yield" && name !== "from"),
        ),
      };
    case "AwaitExpression":
    case "NamedExpression":
      return read(children.at(-1)!);
    default:
      return { at, kind: "other", parts: children.filter(isValue).map(read) };
  }
}

/** Values with commas between them, without brackets of their own: one value, or a tuple. */
export function readValue(source: Source, nodes: readonly SyntaxNode[]): Expression | undefined {
  const items = readItems(source, nodes);
  const isTuple = nodes.some(({ name }) => name === ",");
  return isTuple ? { at: nodes[0]!.from, kind: "tuple", items } : items[0];
}

function readItems(source: Source, nodes: readonly SyntaxNode[]): Expression[] {
  const items: Expression[] = [];
  nodes.forEach((node, i) => {
    if (!isValue(node)) return;
    const value = readExpression(source, node);
    const isStar = i > 0 && /^\*{1,2}$/.test(nodes[i - 1]!.name);
    items.push(isStar ? { at: node.from, kind: "star", operand: value } : value);
  });
  return items;
}

function isValue({ name }: SyntaxNode): boolean {
  return /^[A-Z]/.test(name) && !/^(TypeDef|AssignOp|Body|ArithOp|BitOp|CompareOp|UpdateOp|At)$/.test(name);
}

function readMember(source: Source, { from: at }: SyntaxNode, children: readonly SyntaxNode[]): Expression {
  const [first, mark, ...rest] = children as [SyntaxNode, SyntaxNode, ...SyntaxNode[]];
  const object = readExpression(source, first);
  // `1.` is a number, and `1.e5`.
  if (first.name === "Number") {
    const text = source.text.slice(first.from).match(/^[\d_]+\.[\d_]*(e[+-]?\d+)?/i)?.[0];
    return text ? readNumber(text, at) : object;
  }
  if (mark.name === ".") {
    return { at, kind: "attribute", object, name: rest[0] ? source.textOf(rest[0]).normalize("NFKC") : "" };
  }
  const inside = rest.slice(0, -1);
  const isSlice = inside.some(({ name }) => name === ":");
  const index: Expression = isSlice
    ? { at: mark.from, kind: "other", parts: readItems(source, inside) }
    : (readValue(source, inside) ?? { at: mark.from, kind: "other", parts: [] });
  return { at, kind: "subscript", object, index };
}

/** Of a call, or of a class's bases. */
export function readArguments(source: Source, list: SyntaxNode): { args: Expression[]; keywords: Keyword[] } {
  const nodes = childrenOf(list).slice(1, -1);
  if (nodes.some(({ name }) => name === "for")) {
    return { args: [readComprehension(source, list.from, nodes, true)], keywords: [] };
  }
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  let begin = 0;
  for (let end = 0; end <= nodes.length; end++) {
    if (end < nodes.length && nodes[end]!.name !== ",") continue;
    const part = nodes.slice(begin, end);
    begin = end + 1;
    if (part[1]?.name === "AssignOp" && part[2]) {
      const name = source.textOf(part[0]!);
      keywords.push({ at: part[0]!.from, name, value: readExpression(source, part[2]) });
    } else {
      args.push(...readItems(source, part));
    }
  }
  return { args, keywords };
}

function readDict(source: Source, { from: at }: SyntaxNode, nodes: readonly SyntaxNode[]): Expression {
  if (nodes.some(({ name }) => name === "**" || name === "for")) {
    return { at, kind: "other", parts: readItems(source, nodes) };
  }
  const values = readItems(source, nodes);
  const entries: [Expression, Expression][] = [];
  for (let i = 0; i + 1 < values.length; i += 2) entries.push([values[i]!, values[i + 1]!]);
  return { at, kind: "dict", entries };
}

/** `element for target in source … if test`. */
function readComprehension(
  source: Source,
  at: number,
  nodes: readonly SyntaxNode[],
  isGenerator: boolean,
): Expression {
  const clauses: Clause[] = [];
  nodes.forEach(({ name }, i) => {
    if (name === "if" && nodes[i + 1]) clauses.at(-1)?.tests.push(readExpression(source, nodes[i + 1]!));
    if (name !== "for") return;
    const to = nodes.findIndex((node, j) => j > i && node.name === "in");
    const target = readValue(source, nodes.slice(i + 1, to));
    const from = nodes[to + 1];
    if (target && from) clauses.push({ target, source: readExpression(source, from), tests: [] });
  });
  return { at, kind: "comprehension", element: readExpression(source, nodes[0]!), clauses, isGenerator };
}

/** `f"y{i}"` */
function readFormat(
  source: Source,
  { from: at, to }: SyntaxNode,
  children: readonly SyntaxNode[],
): Expression {
  const [, prefix, quotes] = /^([a-z]*)("""|'''|"|')/i.exec(source.textOf({ from: at, to }))!;
  const parts: Expression[] = [];
  let begin = at + prefix!.length + quotes!.length;
  const text = (end: number) => {
    const value = textBetween(source, begin, end, /r/i.test(prefix!));
    if (value !== "") parts.push({ at: begin, kind: "text", value: value.replace(/([{}])\1/g, "$1") });
  };
  for (const child of children) {
    text(child.from);
    const [, value, ...how] = childrenOf(child);
    const read = value && readExpression(source, value);
    // `{value!r}`, `{value:02d}`
    const isPlain = how.length === 1;
    if (read) parts.push(isPlain ? read : { at: child.from, kind: "other", parts: [read] });
    begin = child.to;
  }
  text(to - quotes!.length);
  return { at, kind: "format", parts };
}

/** Texts beside each other are one. */
function joined(at: number, parts: Expression[]): Expression {
  if (parts.every((part) => part.kind === "text")) {
    return {
      at,
      kind: "text",
      value: parts.map((part) => (part.kind === "text" ? part.value : "")).join(""),
    };
  }
  if (parts.some((part) => part.kind === "bytes")) return { at, kind: "bytes" };
  return {
    at,
    kind: "format",
    parts: parts.flatMap((part) => (part.kind === "format" ? part.parts : [part])),
  };
}
