/** Values that are known without running anything. */

import type { Expression } from "../python/syntax.ts";
import { compared, methodOf, ownFunction, reckoned, textOf } from "./builtins.ts";
import type { Module } from "./module.ts";

export type Constant = string | number | boolean | null | Constant[];

/** Names of a comprehension or of a function's parameters. */
export type Locals = ReadonlyMap<string, Constant>;

/** More than any list of names has. */
const MOST = 1000;

/** @returns `undefined` where only running the file tells it */
export function constantOf(
  module: Module,
  expression: Expression,
  before?: number,
  depth = 0,
  locals: Locals = new Map(),
): Constant | undefined {
  if (depth > 16) return undefined;
  const of = (part: Expression) => constantOf(module, part, before, depth + 1, locals);
  switch (expression.kind) {
    case "number":
      // `2.0` is not 2 where a text is made of it.
      return expression.isFloat && Number.isInteger(expression.value) ? undefined : expression.value;
    case "text":
    case "constant":
      return expression.value;
    case "tuple":
    case "list":
      return listOf(expression.items, of);
    case "name": {
      const local = locals.get(expression.name);
      if (local !== undefined) return local;
      const value = module.valueOf(expression.name, before);
      if (value) return constantOf(module, value, before, depth + 1);
      return importedConstant(module, expression, before, depth);
    }
    case "attribute":
      return (
        attributeOf(module, expression, before, depth) ?? importedConstant(module, expression, before, depth)
      );
    case "subscript":
      return itemOf(module, expression, before, of);
    case "format": {
      const parts = expression.parts.map((part) => textOf(of(part)));
      return parts.includes(undefined) ? undefined : parts.join("");
    }
    case "unary": {
      const operand = of(expression.operand);
      if (expression.operator === "not") return operand === undefined ? undefined : !isTrue(operand);
      return expression.operator === "-" && typeof operand === "number" ? -operand : undefined;
    }
    case "binary": {
      const { operator } = expression;
      const [left, right] = [of(expression.left), of(expression.right)];
      if (left === undefined || right === undefined) return undefined;
      if (operator === "and" || operator === "or") return isTrue(left) === (operator === "or") ? left : right;
      return reckoned(operator, left, right) ?? compared(operator, left, right);
    }
    case "conditional": {
      const test = of(expression.test);
      return test === undefined ? undefined : of(isTrue(test) ? expression.yes : expression.no);
    }
    case "comprehension":
      return comprehended(module, expression, before, depth, locals);
    case "call":
      return called(module, expression, before, depth, of);
    default:
      return undefined;
  }
}

function isTrue(value: Constant): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

function listOf(
  parts: readonly Expression[],
  of: (part: Expression) => Constant | undefined,
): Constant[] | undefined {
  const items = parts.flatMap((item) => {
    if (item.kind !== "star") return [of(item)];
    const spread = of(item.operand);
    return Array.isArray(spread) ? spread : [undefined];
  });
  return items.includes(undefined) ? undefined : (items as Constant[]);
}

/** `[f"y{i}" for i in range(3)]` */
function comprehended(
  module: Module,
  { element, clauses }: Expression & { kind: "comprehension" },
  before: number | undefined,
  depth: number,
  outer: Locals,
): Constant[] | undefined {
  const of = (part: Expression, locals: Locals) => constantOf(module, part, before, depth + 1, locals);
  let rounds = [outer];
  for (const { target, source, tests } of clauses) {
    const next = rounds.flatMap((locals) => {
      const dict = dictOf(module, source, before);
      const over = dict ? keysOrValues(dict, "keys", (key) => of(key, locals)) : of(source, locals);
      const items = typeof over === "string" ? [...over] : over;
      return Array.isArray(items) ? items.map((item) => bound(target, item, locals)) : [undefined];
    });
    if (next.length > MOST || next.includes(undefined)) return undefined;
    rounds = next as Locals[];
    for (const test of tests) {
      const outcomes = rounds.map((locals) => of(test, locals));
      if (outcomes.includes(undefined)) return undefined;
      rounds = rounds.filter((_, i) => isTrue(outcomes[i]!));
    }
  }
  const values = rounds.map((locals) => of(element, locals));
  return values.includes(undefined) ? undefined : (values as Constant[]);
}

function bound(target: Expression, value: Constant, outer: Locals): Locals | undefined {
  if (target.kind === "name") return new Map([...outer, [target.name, value]]);
  const isMany = (target.kind === "tuple" || target.kind === "list") && Array.isArray(value);
  if (!isMany || target.items.length !== value.length) return undefined;
  return target.items.reduce<Locals | undefined>(
    (locals, one, i) => locals && bound(one, value[i]!, locals),
    outer,
  );
}

/** `list(NAMES)`, `"a b".split()`, and `names(3)` of a function that does nothing but return */
function called(
  module: Module,
  { callee, args, keywords }: Expression & { kind: "call" },
  before: number | undefined,
  depth: number,
  of: (part: Expression) => Constant | undefined,
): Constant | undefined {
  if (keywords.length > 0) return undefined;
  if (callee.kind === "attribute") {
    const dict = args.length === 0 ? dictOf(module, callee.object, before) : undefined;
    if (dict) return keysOrValues(dict, callee.name, of);
    const [object, given] = [of(callee.object), listOf(args, of)];
    return object === undefined || !given ? undefined : methodOf(object, callee.name, given);
  }
  if (callee.kind !== "name") return undefined;
  const [binding, ...more] = module.bindingsOf(callee.name, before);
  if (!binding) {
    const [first, second] = args;
    const isText = callee.name === "map" && first?.kind === "name" && first.name === "str" && second;
    if (isText) return texts(of(second));
    const dict = first && dictOf(module, first, before);
    const keys = dict && keysOrValues(dict, "keys", of);
    const given = dict ? keys && [keys] : listOf(args, of);
    return given && ownFunction(callee.name, given);
  }
  const given = listOf(args, of);
  if (binding.kind !== "function" || more.length > 0 || !given) return undefined;
  const { parameters, body, decorators } = binding.definition;
  const [only, ...others] = body.filter(({ kind }, i) => i > 0 || kind !== "expression");
  const fits = parameters.length === given.length && parameters.every(({ kind }) => kind === "plain");
  if (only?.kind !== "return" || !only.value || others.length > 0 || decorators.length > 0 || !fits)
    return undefined;
  const locals = new Map(parameters.map(({ name }, i) => [name, given[i]!]));
  return constantOf(module, only.value, before, depth + 1, locals);
}

function texts(items: Constant | undefined): Constant[] | undefined {
  const all = Array.isArray(items) ? items.map(textOf) : [undefined];
  return all.includes(undefined) ? undefined : (all as string[]);
}

type Dict = Expression & { kind: "dict" };

function dictOf(module: Module, expression: Expression, before: number | undefined): Dict | undefined {
  const value = expression.kind === "name" ? module.valueOf(expression.name, before) : expression;
  return value?.kind === "dict" ? value : undefined;
}

function keysOrValues(
  { entries }: Dict,
  name: string,
  of: (part: Expression) => Constant | undefined,
): Constant[] | undefined {
  const keys = entries.map(([key]) => of(key));
  // One key twice is one entry.
  if (new Set(keys).size < keys.length) return undefined;
  const all =
    name === "keys" ? keys : name === "values" ? entries.map(([, value]) => of(value)) : [undefined];
  return all.includes(undefined) ? undefined : (all as Constant[]);
}

/** `NAMES[0]`, `CONFIG["outputs"]` */
function itemOf(
  module: Module,
  { object, index }: Expression & { kind: "subscript" },
  before: number | undefined,
  of: (part: Expression) => Constant | undefined,
): Constant | undefined {
  const key = of(index);
  const dict = dictOf(module, object, before);
  if (dict) {
    if (key === undefined || dict.entries.some(([name]) => of(name) === undefined)) return undefined;
    const entry = dict.entries.findLast(([name]) => of(name) === key);
    return entry && of(entry[1]);
  }
  const list = of(object);
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
