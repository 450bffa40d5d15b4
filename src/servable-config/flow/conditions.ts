/** What a test of an input says of it: `x.dtype == np.float32`, `x.shape != (2, 2)`, `x.ndim == 3`. */

import { constantOf } from "../module/constants.ts";
import type { Module } from "../module/module.ts";
import type { Expression } from "../python/syntax.ts";
import type { Evaluate } from "./evaluate.ts";
import { dtypeNamed, shapeOf } from "./library.ts";

/**
 * Claims that hold where a test has come out so.
 * @param outcome of the test
 */
export function claimsOf(module: Module, test: Expression, outcome: boolean, evaluate: Evaluate): string[] {
  if (test.kind === "unary" && test.operator === "not") {
    return claimsOf(module, test.operand, !outcome, evaluate);
  }
  if (test.kind !== "binary") return [];
  const { operator, left, right } = test;
  if (operator === (outcome ? "and" : "or")) {
    return [left, right].flatMap((part) => claimsOf(module, part, outcome, evaluate));
  }
  if (operator !== (outcome ? "==" : "!=") || left.kind !== "attribute") return [];
  const value = evaluate(left.object);
  if (value.kind !== "input" || value.form !== "itself") return [];
  const fact = factOf(module, left.name, right, evaluate);
  return fact === undefined ? [] : [`${value.index}:${fact}`];
}

function factOf(module: Module, name: string, right: Expression, evaluate: Evaluate): string | undefined {
  const constant = constantOf(module, right);
  if (name === "dtype") {
    const value = evaluate(right);
    const dtype = dtypeNamed(
      value.kind === "path" ? value.path : typeof constant === "string" ? constant : "",
    );
    // Bytes are an array of uint8 by then.
    return dtype && dtype !== "uint8" ? `dtype=${JSON.stringify(dtype)}` : undefined;
  }
  if (name === "ndim" && typeof constant === "number" && constant > 1 && constant < 32) {
    return `shape=${JSON.stringify(Array(constant).fill(null))}`;
  }
  const shape = name === "shape" && Array.isArray(constant) ? shapeOf(constant) : undefined;
  // Bytes have one dimension.
  return shape && shape.length > 1 && !shape.includes(null) ? `shape=${JSON.stringify(shape)}` : undefined;
}
