/** Serving's own calls, of which a method is made: its stages, and what they give. */

import { constantOf } from "../module/constants.ts";
import type { Module } from "../module/module.ts";
import { servingName } from "../module/serving.ts";
import type { Expression } from "../python/syntax.ts";
import type { Evaluate, Flow } from "./evaluate.ts";
import { joined, known, type State, UNKNOWN, type Value } from "./values.ts";

/** A single output of which nothing is known. */
const ONE = known({});

/** @returns `undefined` for a call of anything else */
export function servingCall(
  flow: Flow,
  module: Module,
  call: Expression & { kind: "call" },
  evaluate: Evaluate,
  state: State,
): Value | undefined {
  const name = servingName(module, call.callee);
  if (!name) return undefined;
  const { args, keywords } = call;
  const keyword = (wanted: string) => keywords.find((one) => one.name === wanted)?.value;
  if (/^declare_/.test(name)) return { kind: "model" };
  if (name === "call_servable") return runModel(args.map(evaluate), state);
  if (!/^(add_stage|call_)/.test(name)) return UNKNOWN;
  const stage = keyword("stage") ?? keyword("preprocess_fun") ?? keyword("postprocess_fun") ?? args[0];
  const given = (stage === args[0] ? args.slice(1) : args).map(evaluate);
  const size = keyword("batch_size");
  const isBatch = name.endsWith("_pipeline") || (size !== undefined && constantOf(module, size) !== null);
  const result = runStage(flow, stage ? evaluate(stage) : UNKNOWN, given, isBatch, state);
  const count = keyword("outputs_count");
  return counted(result, name === "add_stage" && count ? constantOf(module, count) : undefined);
}

function runModel(given: readonly Value[], state: State): Value {
  for (const value of given) if (value.kind === "input") state.claims.add(`${value.index}:tensor`);
  return UNKNOWN;
}

function runStage(flow: Flow, stage: Value, given: Value[], isBatch: boolean, state: State): Value {
  if (stage.kind === "model") return runModel(given, state);
  if (stage.kind !== "function") return UNKNOWN;
  const result = flow.call(stage, isBatch ? [{ kind: "instances", inputs: given }] : given, state);
  // A function that is given a batch gives a list, or yields one result after the other.
  const own = !isBatch ? result : result.kind === "list" ? joined(result.items) : UNKNOWN;
  return passed(own);
}

/** What a function hands on is no longer what the client sent: bytes are an array by then. */
function passed(value: Value): Value {
  if (value.kind === "input") return { ...value, isPassed: true };
  return value.kind === "list" ? { kind: "list", items: value.items.map(passed) } : value;
}

/** As many values as the stage is said to give. */
function counted(result: Value, count: unknown): Value {
  if (typeof count !== "number" || !Number.isInteger(count) || count < 1 || count > 1000) return result;
  const items = result.kind === "list" && result.items.length === count ? result.items : undefined;
  if (count === 1) return items?.[0] ?? (result.kind === "list" || result.kind === "unknown" ? ONE : result);
  return { kind: "list", items: items ?? Array<Value>(count).fill(ONE) };
}
