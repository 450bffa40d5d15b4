/** Calls of 1.1 to 1.3 that Serving does not find: it parses a method for them, statement by statement. */

import type { Expression, Statement } from "../python/syntax.ts";
import type { Module } from "./module.ts";
import { servingName } from "./serving.ts";

/** The calls of a method's body that are no assignment of their own, `y = register.call_servable(x)`. */
export function unfoundCalls(module: Module, body: readonly Statement[]): { at: number; name: string }[] {
  const found: { at: number; name: string }[] = [];
  const visit = (value: unknown, own?: Expression) => {
    if (typeof value !== "object" || value === null) return;
    const node = value as Expression;
    const name = node.kind === "call" && node !== own ? servingName(module, node.callee) : undefined;
    if (name?.startsWith("call_")) found.push({ at: node.at, name });
    for (const part of Object.values(value)) visit(part, own);
  };
  for (const statement of body) {
    const isPlain =
      statement.kind === "assign" &&
      statement.targets.every(({ kind }) => kind === "name" || kind === "tuple");
    visit(statement, isPlain ? statement.value : undefined);
  }
  return found;
}
