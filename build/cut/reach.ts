/**
 * Which pieces of a file can run when some members of some of its classes are called. A method is kept when its class
 * is, and somebody that is kept calls a method of its name: of which class an object is nobody can tell here, apart
 * from `this`.
 */

import type { Constants } from "./constants.ts";
import type { Piece, Pieces } from "./pieces.ts";
import { childrenOf, type ESTree, type Node, namesOf } from "./syntax.ts";

/** Members of classes, by the names of the classes. */
export type Members = Readonly<Record<string, readonly string[]>>;

/** Called by the language itself. */
const IMPLICIT = ["toString", "valueOf", "toJSON", "then", "next", "return"];

/** @param handedOut members that may be called of any object */
export function reach(
  pieces: Pieces,
  constants: Constants,
  roots: Members,
  handedOut: readonly string[],
): Set<Piece> {
  const reached = new Reached(pieces, constants, handedOut);
  for (const [owner, members] of Object.entries(roots)) {
    reached.name(owner);
    for (const member of members) reached.member(owner, member);
  }
  reached.follow();
  return reached.kept;
}

class Reached {
  readonly kept = new Set<Piece>();
  readonly #pieces: Pieces;
  readonly #constants: Constants;
  readonly #members: Set<string>;
  readonly #ownMembers = new Set<string>();
  /** Namespaces that others were put into: they are no values of their own. */
  readonly #holders = new Set<string>();
  #waiting: Piece[] = [];

  constructor(pieces: Pieces, constants: Constants, handedOut: readonly string[]) {
    this.#pieces = pieces;
    this.#members = new Set([...IMPLICIT, ...handedOut]);
    for (const name of pieces.byName.keys()) {
      const holder = name.slice(0, Math.max(0, name.lastIndexOf(".")));
      if (pieces.namespaces.has(holder)) this.#holders.add(holder);
    }
    this.#constants = constants;
  }

  name(name: string): void {
    const piece = this.#pieces.byName.get(name);
    if (piece) this.#keep(piece);
  }

  member(owner: string, member: string): void {
    this.#ownMembers.add(`${owner}.${member}`);
  }

  follow(): void {
    do {
      for (const piece of this.#waiting.splice(0)) this.#followPiece(piece);
      for (const piece of this.#pieces.all) if (this.#belongs(piece)) this.#keep(piece);
    } while (this.#waiting.length > 0);
  }

  #keep(piece: Piece): void {
    if (this.kept.has(piece)) return;
    this.kept.add(piece);
    this.#waiting.push(piece);
  }

  #belongs({ owner, member }: Piece): boolean {
    const whole = owner === undefined ? undefined : this.#pieces.byName.get(owner);
    if (!whole || !this.kept.has(whole)) return false;
    return member === undefined || this.#members.has(member) || this.#ownMembers.has(`${owner}.${member}`);
  }

  #followPiece({ node, owner, name, value = node }: Piece): void {
    if (name !== undefined && this.#constants.given(name) !== undefined) return;
    if (node.type === "MethodDefinition") this.#followMethod(node, owner);
    else if (node.type === "ExpressionStatement" && node.expression.type === "AssignmentExpression")
      this.#follow(node.expression.right, name);
    else if (value) this.#follow(value, name);
  }

  /** Its function has the `this` of the class. */
  #followMethod({ value }: ESTree.MethodDefinition, owner?: string): void {
    for (const child of childrenOf(value)) this.#follow(child, owner);
  }

  /** @param owner the class that `this` is of */
  #follow(node: Node, owner?: string): void {
    const taken = this.#constants.taken(node);
    if (taken !== undefined) {
      if (taken) this.#follow(taken, owner);
      return;
    }
    switch (node.type) {
      case "MethodDefinition":
        if (!this.#pieces.methods.has(node)) this.#followMethod(node, owner);
        return;
      case "FunctionExpression":
      case "FunctionDeclaration":
        for (const child of childrenOf(node)) this.#follow(child);
        return;
      case "MemberExpression":
      case "Identifier":
        if (this.#followNames(node, owner)) return;
        break;
      case "Property":
        if (node.key.type === "Identifier") this.#members.add(node.key.name);
        this.#follow(node.value, owner);
        if (node.computed) this.#follow(node.key, owner);
        return;
      case "Literal":
        // `a["b"]`, and names of methods in constants.
        if (typeof node.value === "string") this.#members.add(node.value);
        return;
    }
    for (const child of childrenOf(node)) this.#follow(child, owner);
  }

  /** @returns whether all of it was followed */
  #followNames(node: Node, owner: string | undefined): boolean {
    const names = namesOf(node);
    if (names) {
      const found = nameIn(this.#pieces, names);
      if (found !== undefined && !this.#holders.has(found.name)) {
        this.name(found.name);
        const [member, ...rest] = found.rest.filter((name) => name !== "prototype");
        if (member !== undefined) this.member(found.name, member);
        for (const name of rest) this.#members.add(name);
        return true;
      }
      if (this.#pieces.namespaces.has(names[0]!)) {
        throw new Error(
          `the cut can't tell what ${names.join(".")} is: it is made nowhere, or used as a whole`,
        );
      }
    }
    if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier")
      return false;
    if (owner !== undefined && node.object.type === "ThisExpression") this.member(owner, node.property.name);
    else this.#members.add(node.property.name);
    this.#follow(node.object, owner);
    return true;
  }
}

/** The longest beginning of `a.b.c` that is a piece, and what follows it. */
export function nameIn(
  { byName }: Pieces,
  names: readonly string[],
): { name: string; rest: string[] } | undefined {
  for (let length = names.length; length > 0; length--) {
    const name = names.slice(0, length).join(".");
    if (byName.has(name)) return { name, rest: names.slice(length) };
  }
  return undefined;
}
