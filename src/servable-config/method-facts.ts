/** What a method's stages tell of its inputs and outputs, where it is certain. */

import type { ValueKind, ValueSignature } from "../signature/index.ts";
import { Interpreter } from "./flow/interpreter.ts";
import type { State, Value } from "./flow/values.ts";
import type { Registration } from "./module/registrations.ts";
import type { Parameter } from "./python/syntax.ts";

export interface MethodFacts {
  inputs: ValueSignature[];
  /** By place; `undefined` where it is not known how many there are. */
  outputs: ValueSignature[] | undefined;
  /** Where they are given back, one by one: a function's tuple may be of any number. */
  listedAt: number | undefined;
}

/** @param parameters of the method's function */
export function methodFacts(
  { definition, module }: Registration,
  parameters: readonly Parameter[],
): MethodFacts {
  const inputs = parameters.map((_, index): Value => ({ kind: "input", index, form: "itself" }));
  const scope = new Map(parameters.map(({ name }, i) => [name, inputs[i]!]));
  const state: State = { scope, claims: new Set() };
  const { returned } = new Interpreter().run(module, definition?.body ?? [], state);
  const facts = parameters.map((parameter, i) => inputFacts(parameter, i, state));
  const [first, ...more] = returned;
  const values = first && more.length === 0 ? valuesOf(first.value) : undefined;
  const isListed = first?.isTuple || first?.value.kind !== "list";
  return {
    inputs: facts,
    outputs: values?.map((value) => outputFacts(value, facts)),
    listedAt: isListed ? first?.at : undefined,
  };
}

function valuesOf(value: Value): Value[] | undefined {
  if (value.kind === "list") return value.items;
  return value.kind === "unknown" || value.kind === "choice" ? undefined : [value];
}

const ANNOTATED: Readonly<Record<string, ValueKind>> = { str: "string", bytes: "bytes" };

function inputFacts({ annotation }: Parameter, index: number, { claims }: State): ValueSignature {
  const kinds = (["image", "string", "tensor"] as const).filter((kind) => claims.has(`${index}:${kind}`));
  // Contradictions tell nothing.
  if (kinds.length > 0) return kinds.length === 1 ? { kind: kinds[0]! } : {};
  const named = annotation?.kind === "name" ? ANNOTATED[annotation.name] : undefined;
  return named ? { kind: named } : {};
}

function outputFacts(value: Value, inputs: readonly ValueSignature[]): ValueSignature {
  if (value.kind === "facts") return value.facts;
  if (value.kind !== "input") return {};
  if (value.form !== "itself") return {};
  const { doc: _, ...facts } = inputs[value.index]!;
  const isText = facts.kind === "string" || facts.kind === "tensor";
  return !value.isPassed || isText ? facts : {};
}
