/** What reading an expression of a function needs. */

import { type Constant, constantOf } from "../module/constants.ts";
import type { Module } from "../module/module.ts";
import type { Expression } from "../python/syntax.ts";
import { namesIn } from "./names-in.ts";
import { type Given, intersection, joined, type State, type Value } from "./values.ts";

/** What reads other functions, and Serving's own calls. */
export interface Flow {
  /** While a method is registered its inputs are placeholders; in stages they are values. */
  readonly isRegistering: boolean;
  /** The value of a name of the module; `undefined` for one that is not the module's own. */
  global(module: Module, name: string): Value | undefined;
  call(callee: Value & { kind: "function" }, given: Given, state: State): Value;
  /** What a stage makes of values. */
  stage(callee: Value & { kind: "function" }, args: Value[], state: State): Value;
  /** A call of Serving's, such as `add_stage`; `undefined` for any other. */
  serving(context: Context, call: Expression & { kind: "call" }): Value | undefined;
}

export interface Context {
  flow: Flow;
  module: Module;
  state: State;
  evaluate(expression: Expression): Value;
}

/** A constant of the file's; names of the function's own are none. */
export function constantIn({ module, state }: Context, expression: Expression): Constant | undefined {
  return namesIn(expression).some((name) => state.scope.has(name))
    ? undefined
    : constantOf(module, expression);
}

/** What is done on one of two ways is certain where it is done on both. */
export function either({ state }: Context, ways: readonly (() => Value)[]): Value {
  const before = state.claims;
  const results = ways.map((way) => {
    state.claims = new Set(before);
    return { value: way(), claims: state.claims };
  });
  state.claims = intersection(results.map(({ claims }) => claims));
  return joined(results.map(({ value }) => value));
}
