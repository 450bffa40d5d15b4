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
  if (kinds.length > 1) return {};
  const tested = testedFacts(index, claims);
  if (kinds[0]) return kinds[0] === "tensor" ? { kind: "tensor", ...tested } : { kind: kinds[0] };
  if (Object.keys(tested).length > 0) return { ...(tested.shape && { kind: "tensor" }), ...tested };
  const named = annotation?.kind === "name" ? ANNOTATED[annotation.name] : undefined;
  return named ? { kind: named } : {};
}

/** What every instance that is not refused has: the one dtype, and the one shape. */
function testedFacts(index: number, claims: State["claims"]): Pick<ValueSignature, "dtype" | "shape"> {
  const valuesOf = (fact: string) =>
    [...claims].flatMap((claim) => {
      const [, value] = claim.split(`${index}:${fact}=`);
      return value !== undefined && claim.startsWith(`${index}:`) ? [JSON.parse(value)] : [];
    });
  const [dtypes, shapes] = [valuesOf("dtype"), valuesOf("shape")];
  // A shape says more than a number of dimensions.
  const shape = shapes.find((one) => !one.includes(null)) ?? shapes[0];
  return { ...(dtypes.length === 1 && { dtype: dtypes[0] }), ...(shape && { shape }) };
}

function outputFacts(value: Value, inputs: readonly ValueSignature[]): ValueSignature {
  if (value.kind === "facts") return value.facts;
  if (value.kind !== "input") return {};
  if (value.form !== "itself") return {};
  const { doc: _, ...facts } = inputs[value.index]!;
  const isText = facts.kind === "string" || facts.kind === "tensor";
  return !value.isPassed || isText ? facts : {};
}
