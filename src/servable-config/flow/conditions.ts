/** What a test of an input says of it: `x.dtype == np.float32`, `(2, 2) != x.shape`, `len(x.shape) == 3`. */

import type { Expression } from "../python/syntax.ts";
import { type Context, constantIn } from "./context.ts";
import { dtypeNamed, shapeOf } from "./library.ts";
import type { Value } from "./values.ts";

/**
 * Claims that hold where a test has come out so.
 * @param outcome of the test
 */
export function claimsOf(context: Context, test: Expression, outcome: boolean): string[] {
  if (test.kind === "unary" && test.operator === "not") return claimsOf(context, test.operand, !outcome);
  if (test.kind === "call") return outcome ? typeClaim(context, test) : [];
  if (test.kind !== "binary") return [];
  const { operator, left, right } = test;
  if (operator === (outcome ? "and" : "or")) {
    return [left, right].flatMap((part) => claimsOf(context, part, outcome));
  }
  if (operator === (outcome ? "in" : "not in")) {
    const only = /^(tuple|list)$/.test(right.kind) && "items" in right && right.items.length === 1;
    return only ? equal(context, left, right.items[0]!) : [];
  }
  if (operator !== (outcome ? "==" : "!=")) return [];
  return [...equal(context, left, right), ...equal(context, right, left)];
}

/** `isinstance(x, str)`; bytes are an array by then, as tensors are. */
function typeClaim(context: Context, { callee, args }: Expression & { kind: "call" }): string[] {
  const [first, second] = args;
  if (callee.kind !== "name" || callee.name !== "isinstance" || !first || !second) return [];
  const [value, type] = [context.evaluate(first), context.evaluate(second)];
  const isText = type.kind === "path" && type.path === "str";
  return isText && value.kind === "input" && value.form === "itself" ? [`${value.index}:string`] : [];
}

/** What it says of `asked` that it is as `given`. */
function equal(context: Context, asked: Expression, given: Expression): string[] {
  const value = context.evaluate(asked);
  if (value.kind !== "property") return [];
  const fact = factOf(context, value, given);
  return fact === undefined ? [] : [`${value.index}:${fact}`];
}

function factOf(
  context: Context,
  { of, at }: Value & { kind: "property" },
  given: Expression,
): string | undefined {
  const constant = constantIn(context, given);
  if (of === "dtype") {
    const dtype = dtypeOf(context, given);
    // Bytes are an array of uint8 by then.
    return dtype && dtype !== "uint8" ? `dtype=${JSON.stringify(dtype)}` : undefined;
  }
  if (of === "ndim" && typeof constant === "number") return rank(constant);
  if (of === "dimension" && typeof constant === "number")
    return `dimension=${JSON.stringify([at, constant])}`;
  const shape = of === "shape" && Array.isArray(constant) ? shapeOf(constant) : undefined;
  // Bytes have one dimension.
  return shape && shape.length > 1 && !shape.includes(null) ? `shape=${JSON.stringify(shape)}` : undefined;
}

/** `np.float32`, `"float32"`, `np.dtype("float32")` */
function dtypeOf(context: Context, given: Expression): ReturnType<typeof dtypeNamed> {
  if (given.kind === "call") {
    const made = context.evaluate(given.callee);
    const [first] = given.args;
    return made.kind === "path" && made.path === "numpy.dtype" && first ? dtypeOf(context, first) : undefined;
  }
  const value = context.evaluate(given);
  const constant = constantIn(context, given);
  return dtypeNamed(value.kind === "path" ? value.path : typeof constant === "string" ? constant : "");
}

/** Claim of a number of dimensions; bytes have one. */
function rank(count: number): string | undefined {
  return Number.isInteger(count) && count > 1 && count < 32
    ? `shape=${JSON.stringify(Array(count).fill(null))}`
    : undefined;
}

/** `channels, height, width = image.shape` */
export function unpacked(target: Expression, value: Value): string[] {
  const isMany = (target.kind === "tuple" || target.kind === "list") && value.kind === "property";
  if (!isMany || value.of !== "shape" || target.items.some(({ kind }) => kind === "star")) return [];
  const claim = rank(target.items.length);
  return claim ? [`${value.index}:${claim}`] : [];
}
