/**
 * A file of Closure's compiler in pieces: its top-level declarations, what it puts into namespaces (`goog.asserts.fail
 * = …`), the members of its classes, and statements that belong to one of these.
 */

import { childrenOf, type ESTree, type Node, namesOf, parse } from "./syntax.ts";

/** Kept as a whole, or left. */
export interface Piece {
  /** What of the file it is. */
  node: Node;
  /** A declared name, or the place in a namespace that has the value: `goog.asserts.fail`. */
  name?: string;
  /** What the name stands for, where the node is no declaration of its own. */
  value?: Node | null;
  /** How it is declared then. */
  keyword?: "const" | "let" | "var";
  /** The name that it is nothing without; for a member with the member's own name. */
  owner?: string;
  member?: string;
}

export interface Pieces {
  /** In the file's order. A class is followed by its members. */
  all: Piece[];
  byName: Map<string, Piece>;
  /** Members of classes by their nodes, which lie within the class's. */
  methods: Map<Node, Piece>;
  /** Objects that are made empty, most of them to hold others. */
  namespaces: Set<string>;
  /** What is set again after it was made. */
  changed: Set<string>;
  /** What the file exports, by its own names. */
  exported: Map<string, string>;
}

export function readPieces(file: string, text: string): Pieces {
  const pieces: Pieces = {
    all: [],
    byName: new Map(),
    methods: new Map(),
    namespaces: new Set(),
    changed: new Set(),
    exported: new Map(),
  };
  for (const statement of parse(file, text)) {
    if (!readStatement(statement, pieces, text)) {
      throw new Error(
        `${file} has a statement that the cut does not know (build/cut/pieces.ts): ${text.slice(statement.start, statement.start + 80)}`,
      );
    }
  }
  return pieces;
}

/** @returns whether its shape is known */
function readStatement(node: Node, pieces: Pieces, text: string): boolean {
  switch (node.type) {
    case "EmptyStatement":
      return true;
    case "FunctionDeclaration":
      return add(pieces, { node, name: node.id!.name });
    case "ClassDeclaration":
      return readClass(node, pieces);
    case "VariableDeclaration":
      return node.declarations.every((declarator) => readVariable(declarator, node.kind, pieces));
    case "ExportNamedDeclaration":
      for (const { local, exported } of node.specifiers) {
        if (local.type === "Identifier" && exported.type === "Identifier")
          pieces.exported.set(exported.name, local.name);
      }
      return node.declaration === null;
    // What runs only before the file was compiled.
    case "IfStatement":
      return text.startsWith("if(!COMPILED)", node.start);
    case "ExpressionStatement":
      return readExpression(node, node.expression, pieces, text);
    default:
      return false;
  }
}

function readVariable(node: ESTree.VariableDeclarator, keyword: string, pieces: Pieces): boolean {
  const { id, init } = node;
  if (id.type !== "Identifier") return false;
  if (init && isNamespace(init)) return !!pieces.namespaces.add(id.name);
  let value = init;
  // `var A = module.A = a`
  while (value?.type === "AssignmentExpression" && pieces.namespaces.has(rootOf(value.left) ?? ""))
    value = value.right;
  return add(pieces, { node, name: id.name, value, keyword: keyword as "const" });
}

function readClass(node: ESTree.Class, pieces: Pieces): boolean {
  // A member's `this` could be a class of this file.
  if (node.superClass && pieces.byName.has(rootOf(node.superClass) ?? "")) return false;
  return add(pieces, { node, name: node.id!.name });
}

/** Methods of its classes, which can be left out one by one. */
function readMethods(node: Node, owner: string, pieces: Pieces): void {
  if (
    node.type === "MethodDefinition" &&
    node.kind !== "constructor" &&
    node.key.type === "Identifier" &&
    !node.computed
  ) {
    const piece = { node, owner, member: node.key.name };
    pieces.methods.set(node, piece);
    pieces.all.push(piece);
  }
  for (const child of childrenOf(node)) readMethods(child, owner, pieces);
}

function readExpression(statement: Node, node: Node, pieces: Pieces, text: string): boolean {
  if (node.type === "AssignmentExpression" && node.operator === "=") {
    const names = namesOf(node.left);
    if (names) return readAssignment(statement, node, names, pieces);
    // `a.b[" "] = …`
    const owner = node.left.type === "MemberExpression" ? namesOf(node.left.object) : undefined;
    return owner !== undefined && add(pieces, { node: statement, owner: owner.join(".") });
  }
  if (node.type === "CallExpression") return readCall(statement, node, pieces, text);
  if (node.type === "NewExpression") return readEffect(statement, node.callee, pieces);
  if (node.type !== "LogicalExpression") return false;
  const { left, right } = node;
  if (text.startsWith("COMPILED||", node.start) || text.startsWith("!COMPILED&&", node.start)) return true;
  if (text.startsWith('"object"===typeof exports', left.start)) return readExports(right, pieces);
  // `… && (a.prototype.b = …)`
  const owner = right.type === "AssignmentExpression" ? rootOf(right.left) : undefined;
  return owner !== undefined && add(pieces, { node: statement, owner });
}

function readAssignment(
  statement: Node,
  node: ESTree.AssignmentExpression,
  names: string[],
  pieces: Pieces,
): boolean {
  const name = names.join(".");
  if (pieces.namespaces.has(names[0]!)) {
    if (isNamespace(node.right)) pieces.namespaces.add(name);
    return add(pieces, { node: statement, name, value: node.right, keyword: "const" });
  }
  const [owner, member] = names.filter((part) => part !== "prototype");
  if (member !== undefined) return add(pieces, { node: statement, owner: owner!, member });
  pieces.changed.add(owner!);
  return readEffect(statement, node.left, pieces);
}

/** Of no use to anybody without the name that it works on. */
function readEffect(statement: Node, on: Node, pieces: Pieces): boolean {
  const owner = namesOf(on)?.join(".");
  return owner !== undefined && pieces.byName.has(owner) && add(pieces, { node: statement, owner });
}

function readCall(
  statement: Node,
  { callee, arguments: [first, second, third] }: ESTree.CallExpression,
  pieces: Pieces,
  text: string,
): boolean {
  const textOf = (node: Node) => text.slice(node.start, node.end);
  switch (namesOf(callee)?.join(".")) {
    // Into the page's global object, where nobody looks.
    case "goog.exportSymbol":
      return true;
    // Under the name that it has: nothing happens.
    case "goog.exportProperty":
      return second?.type === "Literal" && textOf(third!) === `${textOf(first!)}.${second.value}`;
    // Of constants.
    case "goog.asserts.assert":
      return true;
    // `inherits(A, B)`
    default:
      return first !== undefined && second?.type === "Identifier" && readEffect(statement, first, pieces);
  }
}

function readExports(node: Node, pieces: Pieces): boolean {
  if (node.type !== "SequenceExpression") return false;
  for (const one of node.expressions) {
    if (one.type !== "AssignmentExpression") return false;
    const value = namesOf(one.right);
    const name = namesOf(one.left)?.at(-1);
    if (name !== undefined && value) pieces.exported.set(name, value.join("."));
  }
  return true;
}

/** `{}`, `a || {}`, or an object of such. */
function isNamespace(node: Node): boolean {
  if (node.type === "LogicalExpression") return isNamespace(node.right);
  return (
    node.type === "ObjectExpression" &&
    node.properties.every((property) => property.type === "Property" && isNamespace(property.value))
  );
}

function rootOf(node: Node): string | undefined {
  if (node.type === "Identifier") return node.name;
  return node.type === "MemberExpression" ? rootOf(node.object) : undefined;
}

function noteChanges(node: Node, pieces: Pieces): void {
  const target =
    node.type === "AssignmentExpression"
      ? node.left
      : node.type === "UpdateExpression"
        ? node.argument
        : undefined;
  const name = target && namesOf(target)?.join(".");
  if (name !== undefined) pieces.changed.add(name);
  for (const child of childrenOf(node)) noteChanges(child, pieces);
}

/** @returns false for a name that there is already */
function add(pieces: Pieces, piece: Piece): boolean {
  if (piece.name !== undefined) {
    if (pieces.byName.has(piece.name)) return false;
    pieces.byName.set(piece.name, piece);
  }
  pieces.all.push(piece);
  // What the piece itself sets is no change.
  const node = piece.value === undefined ? piece.node : piece.value;
  if (node) noteChanges(node, pieces);
  if (node && piece.name !== undefined) readMethods(node, piece.name, pieces);
  return true;
}
