/** What the names of an assignment or a loop stand for. */

import type { Expression } from "../python/syntax.ts";
import { hasItems, joined, type Scope, UNKNOWN, type Value } from "./values.ts";

export function bind(target: Expression, value: Value, scope: Scope): void {
  if (target.kind === "name") scope.set(target.name, value);
  // `table["a"] = value`
  if (target.kind === "subscript" && target.object.kind === "name") add(scope.get(target.object.name), value);
  if (target.kind !== "tuple" && target.kind !== "list") return;
  const items =
    value.kind === "list" && !value.isOpen ? value.items : value.kind === "instance" ? value.inputs : [];
  const rest = target.items.findIndex(({ kind }) => kind === "star");
  for (const [i, item] of target.items.entries()) {
    const isKnown = rest < 0 || i < rest;
    const part = (isKnown ? items[i] : undefined) ?? UNKNOWN;
    bind(item.kind === "star" ? item.operand : item, part, scope);
  }
}

/** Puts something more into a list or dict, of which then is only known what all of its items have in common. */
export function add(held: Value | undefined, value: Value): void {
  if (held?.kind === "dict") held.entries.push([undefined, value]);
  if (held?.kind !== "list") return;
  // It is not known whether this was reached.
  held.isOpen = hasItems(held) ? "some" : "any";
  held.items = [joined([...held.items, value])];
}

/** What the first round of a loop is given. */
export function elementOf(over: Value): Value {
  if (over.kind === "instances") return { kind: "instance", inputs: over.inputs };
  if (over.kind === "dict") return UNKNOWN;
  return (over.kind === "list" && over.items[0]) || UNKNOWN;
}
