/** What a method's stages tell of its inputs and outputs, where it is certain. */

import type { ValueKind, ValueSignature } from "../signature/index.ts";
import type { DType } from "../tensor/index.ts";
import { annotatedKind } from "./flow/annotations.ts";
import type { Interpreter } from "./flow/interpreter.ts";
import type { State, Value } from "./flow/values.ts";
import type { Registration } from "./module/registrations.ts";
import type { Parameter } from "./python/syntax.ts";

export interface MethodFacts {
  inputs: ValueSignature[];
  /** By place; `undefined` where it is not known how many there are. */
  outputs: ValueSignature[] | undefined;
  /** Where they are given back, one by one: a function's tuple may be of any number. */
  listedAt: number | undefined;
  /** No way through it gives anything back. */
  isEmpty: boolean;
}

/**
 * @param interpreter that of all methods of the file
 * @param parameters of the method's function
 */
export function methodFacts(
  interpreter: Interpreter,
  { definition, module, isPipeline }: Registration,
  parameters: readonly Parameter[],
): MethodFacts {
  const inputs = parameters.map((_, index): Value => ({ kind: "input", index, form: "itself" }));
  const scope = new Map(parameters.map(({ name }, i) => [name, inputs[i]!]));
  const state: State = { scope, claims: new Set() };
  const { returned } = interpreter.method(module, definition?.body ?? [], state, isPipeline);
  const facts = parameters.map((parameter, i) => inputFacts(parameter, i, state));
  const [first, ...more] = returned;
  const values = first && more.length === 0 ? valuesOf(first.value) : undefined;
  const isListed = first?.isTuple || first?.value.kind !== "list";
  return {
    inputs: facts,
    outputs: values?.map((value) => outputFacts(value, facts)),
    listedAt: isListed ? first?.at : undefined,
    isEmpty: returned.length === 0,
  };
}

function valuesOf(value: Value): Value[] | undefined {
  if (value.kind === "list") return value.isOpen ? undefined : value.items;
  return value.kind === "unknown" || value.kind === "choice" ? undefined : [value];
}

const KINDS = ["image", "string", "bytes", "tensor"] as const;

function inputFacts({ annotation }: Parameter, index: number, { claims }: State): ValueSignature {
  const kinds = KINDS.filter((kind) => claims.has(`${index}:${kind}`));
  // A picture is bytes too. Contradictions tell nothing.
  const [kind, ...more] = kinds[0] === "image" ? kinds.filter((one) => one !== "bytes") : kinds;
  if (more.length > 0) return {};
  const tested = testedFacts(index, claims);
  if (kind) return kind === "tensor" ? { kind, ...tested } : { kind };
  if (Object.keys(tested).length > 0) return { ...(tested.shape && { kind: "tensor" }), ...tested };
  const said = claimed<ValueKind>(index, claims, "says");
  const named = annotatedKind(annotation) ?? (said.length === 1 ? said[0] : undefined);
  return named ? { kind: named } : {};
}

/** What every instance that is not refused has: the one dtype, and the one shape. */
function testedFacts(index: number, claims: State["claims"]): Pick<ValueSignature, "dtype" | "shape"> {
  const dtypes = claimed<DType>(index, claims, "dtype");
  const shapes = claimed<(number | null)[]>(index, claims, "shape");
  // A shape says more than a number of dimensions.
  const shape = shapes.find((one) => !one.includes(null)) ?? shapes[0];
  const sizes = claimed<[at: number, size: number]>(index, claims, "dimension");
  const given = shape?.map((size, i) => {
    const found = sizes.find(([at]) => at === i || at === i - shape.length);
    return size ?? (found && found[1] >= 0 ? found[1] : null);
  });
  return { ...(dtypes.length === 1 && { dtype: dtypes[0]! }), ...(given && { shape: given }) };
}

/** The values of a fact that an input is claimed to have. */
function claimed<T>(index: number, claims: State["claims"], fact: string): T[] {
  const begin = `${index}:${fact}=`;
  return [...claims].flatMap((claim) =>
    claim.startsWith(begin) ? [JSON.parse(claim.slice(begin.length)) as T] : [],
  );
}

function outputFacts(value: Value, inputs: readonly ValueSignature[]): ValueSignature {
  if (value.kind === "facts") return value.facts;
  if (value.kind === "property" && (value.of === "ndim" || value.of === "dimension"))
    return { kind: "scalar", dtype: "int64" };
  if (value.kind !== "input") return {};
  if (value.form !== "itself") return {};
  const { doc: _, ...facts } = inputs[value.index]!;
  const isText = facts.kind === "string" || facts.kind === "tensor";
  return !value.isPassed || isText ? facts : {};
}
