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
  /** How it is declared, where the node alone does not say. */
  keyword?: string;
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
      return node.declarations.every(({ id, init }, i) => {
        if (id.type !== "Identifier") return false;
        if (init && isNamespace(init)) return !!pieces.namespaces.add(id.name);
        return add(pieces, { node: node.declarations[i]!, name: id.name, keyword: node.kind });
      });
    // What runs only before the file was compiled.
    case "IfStatement":
      return text.startsWith("if(!COMPILED)", node.start);
    case "ExpressionStatement":
      return readExpression(node, node.expression, pieces, text);
    default:
      return false;
  }
}

function readClass(node: ESTree.Class, pieces: Pieces): boolean {
  // A member's `this` could be another class.
  return !node.superClass && add(pieces, { node, name: node.id!.name });
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
  if (node.type !== "LogicalExpression") return false;
  const { left, right } = node;
  if (text.startsWith("COMPILED||", node.start) || text.startsWith("!COMPILED&&", node.start)) return true;
  if (text.startsWith('"object"===typeof exports', left.start)) return readExports(right, pieces);
  // `… && (a.b = …)`
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
    return add(pieces, { node: statement, name });
  }
  const [owner, member] = names.filter((part) => part !== "prototype");
  return member !== undefined && add(pieces, { node: statement, owner: owner!, member });
}

function readCall(
  statement: Node,
  { callee, arguments: [first, second, third] }: ESTree.CallExpression,
  pieces: Pieces,
  text: string,
): boolean {
  const textOf = (node: Node) => text.slice(node.start, node.end);
  switch (namesOf(callee)?.join(".")) {
    case "goog.inherits":
      return add(pieces, { node: statement, owner: textOf(first!) });
    // Into the page's global object, where nobody looks.
    case "goog.exportSymbol":
      return true;
    // Under the name that it has: nothing happens.
    case "goog.exportProperty":
      return second?.type === "Literal" && textOf(third!) === `${textOf(first!)}.${second.value}`;
    // Of constants.
    case "goog.asserts.assert":
      return true;
    default:
      return false;
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
  const { node } = piece;
  // What the statement itself sets is no change.
  const set = node.type === "ExpressionStatement" && node.expression.type === "AssignmentExpression";
  noteChanges(set ? (node.expression as ESTree.AssignmentExpression).right : node, pieces);
  if (piece.name !== undefined) readMethods(node, piece.name, pieces);
  return true;
}
