/** An expression of a function to what is known of its value. */

import { constantOf } from "../module/constants.ts";
import type { Module } from "../module/module.ts";
import type { Expression } from "../python/syntax.ts";
import { type Call, dtypeNamed, libraryCall } from "./library.ts";
import { methodCall } from "./value-methods.ts";
import { intersection, joined, known, type Scope, type State, UNKNOWN, type Value } from "./values.ts";

/** What reads other functions, and Serving's own calls. */
export interface Flow {
  /** The value of a name of the module; `undefined` for one that is not the module's own. */
  global(module: Module, name: string): Value | undefined;
  call(callee: Value & { kind: "function" }, args: Value[], state: State): Value;
  /** A call of Serving's, such as `add_stage`; `undefined` for any other. */
  serving(
    module: Module,
    call: Expression & { kind: "call" },
    evaluate: Evaluate,
    state: State,
  ): Value | undefined;
  /** What a loop's or comprehension's names stand for. */
  bind(target: Expression, value: Value, scope: Scope): void;
}

export type Evaluate = (expression: Expression) => Value;

export function evaluator(flow: Flow, module: Module, state: State): Evaluate {
  const evaluate: Evaluate = (expression) => {
    switch (expression.kind) {
      case "name":
        return state.scope.get(expression.name) ?? flow.global(module, expression.name) ?? UNKNOWN;
      case "attribute":
        return attribute(evaluate(expression.object), expression.name);
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
        return subscript(expression);
      case "binary":
        return binary(expression);
      case "conditional":
        evaluate(expression.test);
        return either([() => evaluate(expression.yes), () => evaluate(expression.no)]);
      case "comprehension":
        return comprehension(expression);
      case "lambda":
        return {
          kind: "function",
          parameters: expression.parameters,
          body: expression.body,
          module,
          scope: state.scope,
        };
      case "call":
        return call(expression);
      case "unary":
        evaluate(expression.operand);
        return expression.operator === "not" ? known({ kind: "scalar", dtype: "bool" }) : UNKNOWN;
      case "star":
        evaluate(expression.operand);
        return UNKNOWN;
      case "dict":
        for (const entry of expression.entries) entry.forEach(evaluate);
        return UNKNOWN;
      case "yield":
        return UNKNOWN;
      case "other":
        expression.parts.forEach(evaluate);
        return UNKNOWN;
    }
  };

  /** What is done on one of two ways is certain where it is done on both. */
  function either(ways: readonly (() => Value)[]): Value {
    const before = state.claims;
    const results = ways.map((way) => {
      state.claims = new Set(before);
      return { value: way(), claims: state.claims };
    });
    state.claims = intersection(results.map(({ claims }) => claims));
    return joined(results.map(({ value }) => value));
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

  function subscript({ object, index }: Expression & { kind: "subscript" }): Value {
    const value = evaluate(object);
    const place = evaluate(index);
    const at = constantOf(module, index);
    if (value.kind === "instances") return { kind: "instance", inputs: value.inputs };
    const items = value.kind === "instance" ? value.inputs : value.kind === "list" ? value.items : undefined;
    if (items && typeof at === "number" && items.at(at)) return items.at(at)!;
    const isSlice = index.kind === "other";
    if (!isSlice && object.kind === "name" && !state.scope.has(object.name) && holdsTexts(object.name)) {
      return known({ kind: "string" });
    }
    // Part of an array is of its dtype, and an array takes an array of places alone.
    const facts = value.kind === "facts" ? value.facts : {};
    const isArray = isSlice
      ? facts.kind === "tensor"
      : place.kind === "facts" && place.facts.kind === "tensor";
    if (!isArray && !facts.dtype) return UNKNOWN;
    return known({ ...(isArray && { kind: "tensor" }), ...(facts.dtype && { dtype: facts.dtype }) });
  }

  /** A list or dict of texts alone, such as labels. */
  function holdsTexts(name: string): boolean {
    const held = module.valueOf(name);
    const values = held?.kind === "dict" ? held.entries.map(([, value]) => value) : [];
    const all = held?.kind === "list" || held?.kind === "tuple" ? held.items : values;
    return all.length > 0 && all.every((value) => typeof constantOf(module, value) === "string");
  }

  function comprehension({ element, clauses }: Expression & { kind: "comprehension" }): Value {
    const outer = state.scope;
    const claims = state.claims;
    state.scope = new Map(outer);
    let runs = true;
    for (const { target, source } of clauses) {
      const over = evaluate(source);
      runs &&= over.kind === "instances" || over.kind === "list";
      flow.bind(target, elementOf(over), state.scope);
    }
    if (!runs) state.claims = new Set(claims);
    const value = evaluate(element);
    state.scope = outer;
    if (!runs) state.claims = claims;
    return { kind: "list", items: [value] };
  }

  function call(expression: Expression & { kind: "call" }): Value {
    const own = flow.serving(module, expression, evaluate, state);
    if (own) return own;
    const { callee } = expression;
    const object = callee.kind === "attribute" ? evaluate(callee.object) : undefined;
    const made = object && callee.kind === "attribute" ? attribute(object, callee.name) : evaluate(callee);
    const details = detailsOf(expression);
    if (made.kind === "choice")
      return either(made.options.map((option) => () => called(option, details, expression, object)));
    return called(made, details, expression, object);
  }

  function called(
    made: Value,
    details: Call,
    { callee }: Expression & { kind: "call" },
    object: Value | undefined,
  ): Value {
    if (made.kind === "function") return flow.call(made, details.args, state);
    if (made.kind === "decoder") {
      details.claim(details.args[0], "image");
      return UNKNOWN;
    }
    const [first] = details.args;
    if (made.kind === "path" && /\.GeneratorDataset$/.test(made.path) && first?.kind === "function") {
      details.args[0] = elementOf(flow.call(first, [], state));
    }
    if (made.kind === "path")
      return loopOver(made.path, details) ?? libraryCall(made.path, details) ?? UNKNOWN;
    return object && callee.kind === "attribute" ? methodCall(object, callee.name, details) : UNKNOWN;
  }

  function detailsOf({ args, keywords }: Expression & { kind: "call" }): Call {
    const dtypeOf = (given: Expression | undefined) => {
      const value = given && evaluate(given);
      const text = given && constantOf(module, given);
      return dtypeNamed(value?.kind === "path" ? value.path : typeof text === "string" ? text : "");
    };
    return {
      args: args.map(evaluate),
      constants: args.map((argument) => constantOf(module, argument)),
      keywords: new Map(keywords.map(({ name, value }) => [name, evaluate(value)])),
      constant: (name) => {
        const given = keywords.find((keyword) => keyword.name === name);
        return given && constantOf(module, given.value);
      },
      dtype: (place) => dtypeOf(args[place] ?? keywords.find(({ name }) => name === "dtype")?.value),
      claim: (value, kind) => {
        if (value?.kind === "input") state.claims.add(`${value.index}:${kind}`);
      },
    };
  }
  return evaluate;
}

function attribute(object: Value, name: string): Value {
  if (object.kind === "path") return { kind: "path", path: `${object.path}.${name}` };
  // `image.data`, its bytes.
  return object.kind === "input" && name === "data" ? { ...object, form: "bytes" } : UNKNOWN;
}

/** Python's own functions that a loop goes through. */
function loopOver(path: string, { args }: Call): Value | undefined {
  const [first] = args;
  if (path === "enumerate" && first) {
    const pair: Value = { kind: "list", items: [UNKNOWN, elementOf(first)] };
    return first.kind === "instances"
      ? { kind: "instances", inputs: pair.items }
      : { kind: "list", items: [pair] };
  }
  // `range(len(instances))`: there is one at least.
  const counted = args.find(({ kind }) => kind === "instances");
  if (path === "len" && first?.kind === "instances") return { kind: "instances", inputs: [UNKNOWN] };
  if (path === "range" && counted) return counted;
  if (/^(list|tuple|iter|reversed)$/.test(path) && (first?.kind === "instances" || first?.kind === "list"))
    return first;
  return undefined;
}

/** What the first round of a loop is given. */
export function elementOf(over: Value): Value {
  if (over.kind === "instances") return { kind: "instance", inputs: over.inputs };
  return (over.kind === "list" && over.items[0]) || UNKNOWN;
}
