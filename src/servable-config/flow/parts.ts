/** Parts of values: their attributes and items. */

import type { Expression } from "../python/syntax.ts";
import { type Context, constantIn } from "./context.ts";
import { joined, known, UNKNOWN, type Value } from "./values.ts";

export function property(context: Context, { object, name }: Expression & { kind: "attribute" }): Value {
  const value = context.evaluate(object);
  if (value.kind === "input" && context.flow.isRegistering) {
    const written = object.kind === "name" ? object.name : "this";
    context.module.source.fail(
      object.at,
      `${written} is a placeholder while Serving registers the method: do .${name} in a function, and give that to add_stage`,
    );
  }
  return attributeOf(value, name);
}

function attributeOf(object: Value, name: string): Value {
  if (object.kind === "path") return { kind: "path", path: `${object.path}.${name}` };
  // `x.dtype.name`
  if (object.kind === "property" && object.of === "dtype" && name === "name") return object;
  if (object.kind !== "input") return UNKNOWN;
  // `image.data`, its bytes.
  if (name === "data") return { ...object, form: "bytes" };
  if (object.form !== "itself" || !(name === "dtype" || name === "shape" || name === "ndim")) return UNKNOWN;
  return { kind: "property", index: object.index, of: name };
}

export function subscript(context: Context, { object, index }: Expression & { kind: "subscript" }): Value {
  const value = context.evaluate(object);
  const place = context.evaluate(index);
  const at = constantIn(context, index);
  const isSlice = index.kind === "other";
  if (value.kind === "instances") return { kind: "instance", inputs: value.inputs };
  if (value.kind === "property" && value.of === "shape" && Number.isInteger(at))
    return { kind: "property", index: value.index, of: "dimension", at: at as number };
  if (value.kind === "dict") return entryOf(value, at);
  if (value.kind === "list" && value.isOpen) return isSlice ? value : (value.items[0] ?? UNKNOWN);
  const items = value.kind === "instance" ? value.inputs : value.kind === "list" ? value.items : undefined;
  if (items) return (typeof at === "number" && items.at(at)) || (isSlice ? UNKNOWN : joined(items));
  // Part of an array is of its dtype, and an array takes an array of places alone.
  const facts = value.kind === "facts" ? value.facts : {};
  const isArray = isSlice ? facts.kind === "tensor" : place.kind === "facts" && place.facts.kind === "tensor";
  if (isSlice && facts.kind === "string") return known({ kind: "string" });
  if (!isArray && !facts.dtype) return UNKNOWN;
  return known({ ...(isArray && { kind: "tensor" }), ...(facts.dtype && { dtype: facts.dtype }) });
}

/** `models["a"]`; of a key that is not known, what all of the dict's values have in common. */
function entryOf({ entries }: Value & { kind: "dict" }, key: unknown): Value {
  const isKnown = key !== undefined && entries.every(([one]) => one !== undefined);
  const found = isKnown ? entries.findLast(([one]) => one === key)?.[1] : undefined;
  return found ?? joined(entries.map(([, value]) => value));
}
