/** What the page has: the client, and a way to show results outside of it. */

import {
  type CallError,
  type InferResult,
  isError,
  type Outcome,
  type OutputValue,
} from "../../src/client/index.ts";

export * from "../../src/client/index.ts";

/** An error without its hint, or outputs by name as texts such as `bigint 5`, `Tensor array([1., 2.])`. */
export type Shown = Record<string, unknown>;

declare global {
  /** In the page: a result in a form that can leave it. */
  var shown: (result: InferResult) => Shown | Shown[];
}

function show(result: InferResult): Shown | Shown[] {
  return isError(result) ? showOutcome(result) : result.map(showOutcome);
}

function showOutcome(outcome: Outcome | CallError): Shown {
  if (isError(outcome)) return { error: outcome.error, code: outcome.code, kind: outcome.kind };
  return Object.fromEntries(Object.entries(outcome).map(([name, value]) => [name, showValue(value)]));
}

function showValue(value: OutputValue): string {
  return `${typeof value === "object" ? value.constructor.name : typeof value} ${value}`;
}

export { show as shown };
