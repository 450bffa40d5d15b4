/** Serving's own calls, of which a method is made: its stages, and what they give. */

import { servingName } from "../module/serving.ts";
import type { Expression } from "../python/syntax.ts";
import { type Context, constantIn } from "./context.ts";
import { checkStage } from "./stage-checks.ts";
import type { Stages } from "./stages.ts";
import { joined, known, type State, UNKNOWN, type Value } from "./values.ts";

/** A single output of which nothing is known. */
const ONE = known({});

/** @returns `undefined` for a call of anything else */
export function servingCall(
  context: Context,
  call: Expression & { kind: "call" },
  stages: Stages,
): Value | undefined {
  const { module, evaluate, state } = context;
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
  const isBatch = name.endsWith("_pipeline") || (size !== undefined && constantIn(context, size) !== null);
  const made = stage ? evaluate(stage) : UNKNOWN;
  checkStage(context, call, { name, stage, made, isBatch });
  const result = runStage(context, made, given, isBatch, stages);
  const count = keyword("outputs_count");
  return counted(result, name === "add_stage" && count ? constantIn(context, count) : undefined);
}

function runModel(given: readonly Value[], state: State): Value {
  for (const value of given) if (value.kind === "input") state.claims.add(`${value.index}:tensor`);
  return UNKNOWN;
}

function runStage(
  { flow, state }: Context,
  stage: Value,
  given: Value[],
  isBatch: boolean,
  stages: Stages,
): Value {
  if (stage.kind === "model") return runModel(given, state);
  if (stage.kind !== "function" || !stages.isOnly(stage)) return UNKNOWN;
  const args: Value[] = isBatch ? [{ kind: "instances", inputs: given }] : given;
  const result = flow.stage(stage, args, state);
  // A function that is given a batch gives a list, or yields one result after the other.
  const own = !isBatch ? result : result.kind === "list" ? joined(result.items) : UNKNOWN;
  return passed(own);
}

/** What a function hands on is no longer what the client sent: bytes are an array by then. */
function passed(value: Value): Value {
  if (value.kind === "input") return { ...value, isPassed: true };
  return value.kind === "list" ? { ...value, items: value.items.map(passed) } : value;
}

/** As many values as the stage is said to give. */
function counted(result: Value, count: unknown): Value {
  if (typeof count !== "number" || !Number.isInteger(count) || count < 1 || count > 1000) return result;
  const items = result.kind === "list" && result.items.length === count ? result.items : undefined;
  if (count === 1) return items?.[0] ?? (result.kind === "list" || result.kind === "unknown" ? ONE : result);
  return { kind: "list", items: items ?? Array<Value>(count).fill(ONE) };
}
