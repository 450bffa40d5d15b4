/** An expression of a function to what is known of its value. */

import type { Module } from "../module/module.ts";
import type { Expression } from "../python/syntax.ts";
import { bind, elementOf } from "./bind.ts";
import { call } from "./calls.ts";
import { type Context, constantIn, either, type Flow } from "./context.ts";
import { property, subscript } from "./parts.ts";
import { hasItems, known, type State, UNKNOWN, type Value } from "./values.ts";

export function evaluator(flow: Flow, module: Module, state: State): Context {
  const context: Context = { flow, module, state, evaluate };
  function evaluate(expression: Expression): Value {
    switch (expression.kind) {
      case "name":
        return state.scope.get(expression.name) ?? flow.global(module, expression.name) ?? UNKNOWN;
      case "attribute":
        return property(context, expression);
      case "text":
        return known({ kind: "string" });
      case "format":
        for (const part of expression.parts) evaluate(part);
        return known({ kind: "string" });
      case "bytes":
        return known({ kind: "bytes" });
      case "number":
        return known({ kind: "scalar", dtype: expression.isFloat ? "float64" : "int64" });
      case "constant":
        return expression.value === null ? UNKNOWN : known({ kind: "scalar", dtype: "bool" });
      case "tuple":
      case "list":
        if (expression.items.some(({ kind }) => kind === "star")) return UNKNOWN;
        return { kind: "list", items: expression.items.map(evaluate) };
      case "subscript":
        return subscript(context, expression);
      case "binary":
        return binary(expression);
      case "conditional":
        evaluate(expression.test);
        return either(context, [() => evaluate(expression.yes), () => evaluate(expression.no)]);
      case "comprehension":
        return comprehension(expression);
      case "lambda":
        return {
          kind: "function",
          at: expression.at,
          name: "<lambda>",
          count: expression.parameters.length,
          parameters: expression.parameters,
          body: expression.body,
          module,
          scope: state.scope,
        };
      case "call":
        return call(context, expression);
      case "unary": {
        const operand = evaluate(expression.operand);
        if (expression.operator === "not") return known({ kind: "scalar", dtype: "bool" });
        const isNumber = expression.operand.kind === "number" && expression.operator !== "~";
        return isNumber ? operand : UNKNOWN;
      }
      case "star":
        evaluate(expression.operand);
        return UNKNOWN;
      case "dict":
        return {
          kind: "dict",
          entries: expression.entries.map(([key, value]) => [constantIn(context, key), evaluate(value)]),
        };
      case "yield":
        return UNKNOWN;
      case "other":
        expression.parts.forEach(evaluate);
        return UNKNOWN;
    }
  }

  function binary({ operator, left, right }: Expression & { kind: "binary" }): Value {
    const first = evaluate(left);
    if (operator === "and" || operator === "or") {
      const { claims } = state;
      state.claims = new Set(claims);
      evaluate(right);
      state.claims = claims;
      return UNKNOWN;
    }
    const second = evaluate(right);
    const isText = (value: Value) => value.kind === "facts" && value.facts.kind === "string";
    const isTextual = operator === "+" ? isText(first) || isText(second) : operator === "%" && isText(first);
    return isTextual ? known({ kind: "string" }) : UNKNOWN;
  }

  function comprehension({ element, clauses }: Expression & { kind: "comprehension" }): Value {
    const outer = state.scope;
    const claims = state.claims;
    state.scope = new Map(outer);
    let runs = true;
    let count: number | undefined = 1;
    for (const { target, source, tests } of clauses) {
      const over = evaluate(source);
      runs &&= tests.length === 0 && hasItems(over);
      count =
        over.kind === "list" && !over.isOpen && tests.length === 0 && count
          ? count * over.items.length
          : undefined;
      bind(target, elementOf(over), state.scope);
      if (!runs) state.claims = new Set(claims);
      tests.forEach(evaluate);
    }
    const value = evaluate(element);
    state.scope = outer;
    if (!runs) state.claims = claims;
    if (count) return { kind: "list", items: Array<Value>(count).fill(value) };
    return { kind: "list", items: [value], isOpen: runs ? "some" : "any" };
  }
  return context;
}
