/** Values that are known without running anything. */

import type { Expression } from "../python/syntax.ts";
import type { Module } from "./module.ts";

export type Constant = string | number | boolean | null | Constant[];

/** @returns `undefined` where it would have to be computed */
export function constantOf(
  module: Module,
  expression: Expression,
  before?: number,
  depth = 0,
): Constant | undefined {
  if (depth > 16) return undefined;
  const of = (part: Expression) => constantOf(module, part, before, depth + 1);
  switch (expression.kind) {
    case "text":
    case "number":
    case "constant":
      return expression.value;
    case "tuple":
    case "list": {
      const items = expression.items.map((item) => {
        if (item.kind !== "star") return [of(item)];
        const spread = of(item.operand);
        return Array.isArray(spread) ? spread : [undefined];
      });
      const flat = items.flat();
      return flat.includes(undefined) ? undefined : (flat as Constant[]);
    }
    case "name": {
      const value = module.valueOf(expression.name, before);
      if (value) return constantOf(module, value, before, depth + 1);
      return importedConstant(module, expression, before, depth);
    }
    case "attribute":
      return (
        attributeOf(module, expression, before, depth) ?? importedConstant(module, expression, before, depth)
      );
    case "subscript":
      return itemOf(module, expression, before, depth);
    case "unary": {
      const operand = of(expression.operand);
      return expression.operator === "-" && typeof operand === "number" ? -operand : undefined;
    }
    case "binary":
      return computed(expression.operator, of(expression.left), of(expression.right));
    case "call":
      return called(module, expression, of);
    default:
      return undefined;
  }
}

function computed(
  operator: string,
  left: Constant | undefined,
  right: Constant | undefined,
): Constant | undefined {
  if (typeof left === "number" && typeof right === "number") {
    const results: Record<string, number> = { "+": left + right, "-": left - right, "*": left * right };
    return results[operator];
  }
  if (operator === "+" && typeof left === "string" && typeof right === "string") return left + right;
  if (operator === "+" && Array.isArray(left) && Array.isArray(right)) return [...left, ...right];
  return undefined;
}

/** `list(NAMES)`, `"a b".split()` */
function called(
  module: Module,
  { callee, args }: Expression & { kind: "call" },
  of: (part: Expression) => Constant | undefined,
): Constant | undefined {
  if (callee.kind === "name" && /^(list|tuple)$/.test(callee.name) && args.length === 1) {
    const items = module.bindingsOf(callee.name).length === 0 ? of(args[0]!) : undefined;
    return Array.isArray(items) ? items : undefined;
  }
  if (callee.kind !== "attribute" || callee.name !== "split" || args.length > 1) return undefined;
  const text = of(callee.object);
  const separator = args[0] && of(args[0]);
  if (typeof text !== "string" || (args[0] && typeof separator !== "string")) return undefined;
  return typeof separator === "string" ? text.split(separator) : text.trim().split(/\s+/).filter(Boolean);
}

/** `NAMES[0]`, `CONFIG["outputs"]` */
function itemOf(
  module: Module,
  { object, index }: Expression & { kind: "subscript" },
  before: number | undefined,
  depth: number,
): Constant | undefined {
  const key = constantOf(module, index, before, depth + 1);
  const dict = object.kind === "name" ? module.valueOf(object.name, before) : object;
  if (dict?.kind === "dict") {
    const entry = dict.entries.findLast(([name]) => constantOf(module, name, before, depth + 1) === key);
    return key === undefined ? undefined : entry && constantOf(module, entry[1], before, depth + 1);
  }
  const list = constantOf(module, object, before, depth + 1);
  return Array.isArray(list) && typeof key === "number" ? list.at(key) : undefined;
}

/** `Config.OUTPUTS`, of a class of the file. */
function attributeOf(
  module: Module,
  { object, name }: Expression & { kind: "attribute" },
  before: number | undefined,
  depth: number,
): Constant | undefined {
  const [binding, ...more] = object.kind === "name" ? module.bindingsOf(object.name, before) : [];
  if (binding?.kind !== "class" || more.length > 0) return undefined;
  const assigned = binding.body.flatMap((statement) => {
    const isIt =
      statement.kind === "assign" &&
      statement.targets.some((target) => target.kind === "name" && target.name === name);
    return isIt ? [statement.value] : [];
  });
  return assigned.length === 1 ? constantOf(module, assigned[0]!, before, depth + 1) : undefined;
}

/** Of another file of the servable. */
function importedConstant(
  module: Module,
  expression: Expression,
  before: number | undefined,
  depth: number,
): Constant | undefined {
  const [path, ...more] = module.pathsOf(expression, before);
  const found = path !== undefined && more.length === 0 ? module.follow(path) : undefined;
  const value = found?.module.valueOf(found.name);
  return value && constantOf(found!.module, value, undefined, depth + 1);
}
