/** Lezer's tree of statements, to statements. */

import { readArguments, readExpression, readValue } from "./read-expression.ts";
import { readImport } from "./read-import.ts";
import { parametersOf } from "./read-parameters.ts";
import type { Source } from "./source.ts";
import type { Expression, Statement } from "./syntax.ts";
import { childrenOf, type SyntaxNode } from "./tree.ts";

/** @throws SourceError for what is no Python */
export function readModule(source: Source): Statement[] {
  return readBody(source, source.parse());
}

/** The statements of a module, or of a body, which has a colon before them. */
function readBody(source: Source, body: SyntaxNode): Statement[] {
  return childrenOf(body).flatMap((node) => {
    if (node.name === "StatementGroup") return readBody(source, node);
    return /^[A-Z]/.test(node.name) ? [readStatement(source, node, [])] : [];
  });
}

function readStatement(source: Source, node: SyntaxNode, decorators: Expression[]): Statement {
  const at = node.from;
  const children = childrenOf(node);
  const named = (name: string) => children.find((child) => child.name === name);
  const bodies = () => children.filter(({ name }) => name === "Body").map((body) => readBody(source, body));
  /** What stands between two words. */
  const between = (begin: string, end: string) => {
    const from = children.findIndex(({ name }) => name === begin);
    const to = children.findIndex(({ name }, i) => i > from && name === end);
    return readValue(source, children.slice(from + 1, to));
  };
  const other = (parts: readonly SyntaxNode[], changed: string[] = []): Statement => ({
    at,
    kind: "other",
    parts: parts
      .filter(({ name }) => /^[A-Z]/.test(name) && name !== "Body")
      .map((part) => readExpression(source, part)),
    changed,
  });
  switch (node.name) {
    case "ImportStatement":
      return { at, kind: "import", names: readImport(source, children) };
    case "ExpressionStatement":
      return { at, kind: "expression", value: readValue(source, children)! };
    case "YieldStatement":
      return { at, kind: "expression", value: readExpression(source, node) };
    case "AssignStatement":
      return readAssign(source, node, children);
    case "ReturnStatement":
      return { at, kind: "return", value: readValue(source, children.slice(1)) };
    case "AssertStatement":
      return { at, kind: "assert", test: readExpression(source, children[1]!) };
    case "BreakStatement":
    case "ContinueStatement":
      return { at, kind: "jump" };
    case "RaiseStatement":
      return { at, kind: "raise" };
    case "IfStatement": {
      const tests = children.flatMap(({ name }, i) =>
        name === "if" || name === "elif" ? [readExpression(source, children[i + 1]!)] : [],
      );
      return { at, kind: "branches", tests, bodies: bodies(), isComplete: named("else") !== undefined };
    }
    case "ForStatement": {
      const [target, from] = [between("for", "in"), between("in", "Body")];
      if (!target || !from) return other(children);
      return { at, kind: "for", target, source: from, body: bodies()[0] ?? [] };
    }
    case "WhileStatement":
      return { at, kind: "while", body: bodies()[0] ?? [] };
    case "WithStatement":
      return { at, kind: "with", items: readWith(source, children), body: bodies()[0] ?? [] };
    case "TryStatement":
      return readTry(source, at, children);
    case "DecoratedStatement": {
      const above = children
        .filter(({ name }) => name === "Decorator")
        .map((one) => readDecorator(source, one));
      return readStatement(source, children.at(-1)!, above);
    }
    case "FunctionDefinition":
      return {
        at: named("VariableName")?.from ?? at,
        kind: "function",
        name: named("VariableName") ? source.textOf(named("VariableName")!).normalize("NFKC") : "",
        parameters: named("ParamList") ? parametersOf(source, named("ParamList")!, readExpression) : [],
        body: bodies()[0] ?? [],
        decorators,
        isAsync: named("async") !== undefined,
      };
    case "ClassDefinition":
      return {
        at,
        kind: "class",
        name: source.textOf(named("VariableName")!),
        body: bodies()[0] ?? [],
        decorators,
      };
    case "MatchStatement": {
      const clauses = childrenOf(named("MatchBody")!).filter(({ name }) => name === "MatchClause");
      const all = clauses.map((clause) => readBody(source, childrenOf(clause).at(-1)!));
      return { at, kind: "branches", tests: [], bodies: all, isComplete: false };
    }
    case "UpdateStatement":
      return other(children, changedBy(source, children.slice(0, 1)));
    case "DeleteStatement":
      return other([], changedBy(source, children));
    default:
      return other(children);
  }
}

/** The names whose values are no longer what they were: `a`, and `a[0]`. */
function changedBy(source: Source, nodes: readonly SyntaxNode[]): string[] {
  return nodes.flatMap((node) => {
    let base = node;
    while (base.name === "MemberExpression" && base.firstChild) base = base.firstChild;
    return base.name === "VariableName" ? [source.textOf(base).normalize("NFKC")] : [];
  });
}

/** `a = b = value`; an annotation alone assigns nothing. */
function readAssign(source: Source, { from: at }: SyntaxNode, children: readonly SyntaxNode[]): Statement {
  const sides: SyntaxNode[][] = [[]];
  for (const child of children) {
    if (child.name === "AssignOp") sides.push([]);
    else if (child.name !== "TypeDef") sides.at(-1)!.push(child);
  }
  const values = sides.map((side) => readValue(source, side));
  const value = values.pop();
  if (values.length === 0 || !value) return { at, kind: "other", parts: [], changed: [] };
  return { at, kind: "assign", targets: values as Expression[], value };
}

/** A decorator is written as names and calls, without an expression's node around them. */
function readDecorator(source: Source, node: SyntaxNode): Expression {
  const [, ...parts] = childrenOf(node);
  const at = parts[0]?.from ?? node.from;
  let value: Expression | undefined;
  for (const part of parts) {
    if (part.name === "ArgList") {
      const { args, keywords } = readArguments(source, part);
      value = { at, kind: "call", callee: value!, args, keywords };
    } else if (part.name === "VariableName" && value) {
      value = { at, kind: "attribute", object: value, name: source.textOf(part) };
    } else if (part.name !== ".") {
      value = readExpression(source, part);
    }
  }
  return value ?? { at, kind: "other", parts: [] };
}

/** `with value as target, …` */
function readWith(source: Source, children: readonly SyntaxNode[]): [Expression, Expression | undefined][] {
  const items: [Expression, Expression | undefined][] = [];
  children.forEach(({ name }, i) => {
    if (name !== "with" && name !== ",") return;
    const value = children[i + 1];
    const target = children[i + 2]?.name === "as" ? children[i + 3] : undefined;
    if (value) items.push([readExpression(source, value), target && readExpression(source, target)]);
  });
  return items;
}

function readTry(source: Source, at: number, children: readonly SyntaxNode[]): Statement {
  const [body, handlers, after] = [[], [], []] as [Statement[], Statement[][], Statement[]];
  let word = "";
  for (const child of children) {
    if (/^(try|except|else|finally)$/.test(child.name)) word = child.name;
    if (child.name !== "Body") continue;
    const statements = readBody(source, child);
    if (word === "except") handlers.push(statements);
    else (word === "try" ? body : after).push(...statements);
  }
  return { at, kind: "try", body, handlers, after };
}
