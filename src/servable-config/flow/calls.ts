/** Calls of functions, and what they are given. */

import type { Expression } from "../python/syntax.ts";
import { elementOf } from "./bind.ts";
import { type Context, constantIn, either } from "./context.ts";
import { type Call, dtypeNamed, libraryCall } from "./library.ts";
import { methodCall } from "./value-methods.ts";
import { hasItems, UNKNOWN, type Value } from "./values.ts";

type CallExpression = Expression & { kind: "call" };

export function call(context: Context, expression: CallExpression): Value {
  const own = context.flow.serving(context, expression);
  if (own) return own;
  const { callee } = expression;
  const object = callee.kind === "attribute" ? context.evaluate(callee.object) : undefined;
  const made = context.evaluate(callee);
  const details = detailsOf(context, expression);
  const run = (option: Value) => called(context, option, details, expression, object);
  if (made.kind === "choice")
    return either(
      context,
      made.options.map((option) => () => run(option)),
    );
  return run(made);
}

function called(
  { flow, state }: Context,
  made: Value,
  details: Call,
  { callee }: CallExpression,
  object: Value | undefined,
): Value {
  if (made.kind === "function") return flow.call(made, details, state);
  if (made.kind === "decoder") {
    details.claim(details.args[0], "image");
    return UNKNOWN;
  }
  if (made.kind === "partial") {
    const { args, keywords = [] } = made.given;
    const merged = new Map([...keywords, ...details.keywords]);
    return flow.call(made.of, { args: [...args, ...details.args], keywords: merged }, state);
  }
  const [first, ...more] = details.args;
  if (made.kind === "path" && made.path === "functools.partial" && first?.kind === "function")
    return { kind: "partial", of: first, given: { args: more, keywords: details.keywords } };
  if (made.kind === "path" && /\.GeneratorDataset$/.test(made.path) && first?.kind === "function") {
    details.args[0] = elementOf(flow.call(first, { args: [] }, state));
  }
  if (made.kind === "path") return loopOver(made.path, details) ?? libraryCall(made.path, details) ?? UNKNOWN;
  return object && callee.kind === "attribute" ? methodCall(object, callee.name, details) : UNKNOWN;
}

function detailsOf(context: Context, { args, keywords }: CallExpression): Call {
  const { evaluate, state } = context;
  const constant = (given: Expression) => constantIn(context, given);
  const dtypeOf = (given: Expression | undefined) => {
    const value = given && evaluate(given);
    const text = given && constant(given);
    return dtypeNamed(value?.kind === "path" ? value.path : typeof text === "string" ? text : "");
  };
  return {
    args: spread(context, args),
    constants: args.map(constant),
    keywords: new Map(keywords.map(({ name, value }) => [name, evaluate(value)])),
    constant: (name) => {
      const given = keywords.find((keyword) => keyword.name === name);
      return given && constant(given.value);
    },
    dtype: (place) => dtypeOf(args[place] ?? keywords.find(({ name }) => name === "dtype")?.value),
    claim: (value, kind) => {
      if (value?.kind === "input") state.claims.add(`${value.index}:${kind}`);
    },
  };
}

/** `f(*instance)`; what stands behind something of a length that is not known is not known either. */
function spread({ evaluate }: Context, given: readonly Expression[]): Value[] {
  const args: Value[] = [];
  let isCertain = true;
  for (const one of given) {
    const value = evaluate(one.kind === "star" ? one.operand : one);
    if (!isCertain) continue;
    if (one.kind !== "star") args.push(value);
    else if (value.kind === "instance") args.push(...value.inputs);
    else if (value.kind === "list" && !value.isOpen) args.push(...value.items);
    else isCertain = false;
  }
  return args;
}

/** Python's own functions that a loop goes through. */
function loopOver(path: string, { args }: Call): Value | undefined {
  const [first] = args;
  if (path === "enumerate" && first) {
    const pair: Value = { kind: "list", items: [UNKNOWN, elementOf(first)] };
    return first.kind === "instances"
      ? { kind: "instances", inputs: pair.items }
      : { kind: "list", items: [pair], isOpen: hasItems(first) ? "some" : "any" };
  }
  // `range(len(instances))`: there is one at least.
  const counted = args.find(({ kind }) => kind === "instances");
  if (path === "len" && first?.kind === "instances") return { kind: "instances", inputs: [UNKNOWN] };
  if (path === "len" && first?.kind === "property" && first.of === "shape") return { ...first, of: "ndim" };
  if (path === "range" && counted) return counted;
  const isLoop = first?.kind === "instances" || first?.kind === "list";
  const isShape = first?.kind === "property" && first.of === "shape";
  return /^(list|tuple|iter|reversed)$/.test(path) && (isLoop || isShape) ? first : undefined;
}
