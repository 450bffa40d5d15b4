/** What is decided before the program runs: `2018 <= goog.FEATURESET_YEAR`. */

import type { Pieces } from "./pieces.ts";
import { type Node, namesOf } from "./syntax.ts";

type Value = string | number | boolean | null | undefined;

/** By name: what it is, or the code of it. */
export type Given = Readonly<Record<string, Value | { code: string }>>;

export class Constants {
  readonly #pieces: Pieces;
  readonly #given: Given;

  /** @param given what is set anew */
  constructor(pieces: Pieces, given: Given) {
    this.#pieces = pieces;
    this.#given = given;
    const unknown = Object.keys(given).find((name) => !pieces.byName.has(name) || pieces.changed.has(name));
    if (unknown !== undefined) throw new Error(`the cut sets ${unknown}, which is no constant there`);
  }

  /** The text of what is set anew. */
  given(name: string): string | undefined {
    if (!(name in this.#given)) return undefined;
    const given = this.#given[name];
    return typeof given === "object" && given !== null ? given.code : JSON.stringify(given);
  }

  /** The side of a condition that is taken, when that is known; `null` where it is none. */
  taken(node: Node): Node | null | undefined {
    if (node.type === "ConditionalExpression" || node.type === "IfStatement") {
      const test = this.#valueOf(node.test);
      return test && (test.value ? node.consequent : node.alternate);
    }
    if (node.type !== "LogicalExpression" || node.operator === "??") return undefined;
    const left = this.#valueOf(node.left);
    return left && (!left.value === (node.operator === "||") ? node.right : node.left);
  }

  #valueOf(node: Node): { value: Value } | undefined {
    switch (node.type) {
      case "Literal":
        return typeof node.value === "object" ? undefined : { value: node.value as Value };
      case "UnaryExpression": {
        const argument = this.#valueOf(node.argument);
        if (node.operator === "!") return argument && { value: !argument.value };
        return node.operator === "void" && argument ? { value: undefined } : undefined;
      }
      case "BinaryExpression": {
        const [left, right] = [this.#valueOf(node.left), this.#valueOf(node.right)];
        return left && right && compare(node.operator, left.value, right.value);
      }
      case "LogicalExpression":
      case "ConditionalExpression": {
        const side = this.taken(node);
        return side ? this.#valueOf(side) : undefined;
      }
      case "CallExpression":
        return node.arguments.length === 0 ? this.#ofCall(namesOf(node.callee)?.join(".")) : undefined;
      default:
        return this.#ofName(namesOf(node)?.join("."));
    }
  }

  #ofName(name: string | undefined): { value: Value } | undefined {
    if (name === undefined || this.#pieces.changed.has(name)) return undefined;
    if (name in this.#given) {
      const value = this.#given[name];
      return typeof value === "object" && value !== null ? undefined : { value };
    }
    const { value, keyword } = this.#pieces.byName.get(name) ?? {};
    return value && keyword === "const" ? this.#valueOf(value) : undefined;
  }

  /** Of a function that does nothing but return it. */
  #ofCall(name: string | undefined): { value: Value } | undefined {
    const node = name === undefined ? undefined : this.#pieces.byName.get(name)?.node;
    const [statement, ...more] = (node?.type === "FunctionDeclaration" && node.body?.body) || [];
    if (statement?.type !== "ReturnStatement" || !statement.argument || more.length > 0) return undefined;
    return this.#valueOf(statement.argument);
  }
}

function compare(operator: string, left: Value, right: Value): { value: boolean } | undefined {
  if (operator === "===") return { value: left === right };
  if (operator === "!==") return { value: left !== right };
  if (typeof left !== "number" || typeof right !== "number") return undefined;
  if (operator === "<") return { value: left < right };
  return operator === "<=" ? { value: left <= right } : undefined;
}
