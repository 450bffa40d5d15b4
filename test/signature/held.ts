/** Signatures beside a Serving that runs: what it takes and gives is what they say. */

import { expect } from "vitest";
import {
  Client,
  type DType,
  type InputValue,
  type Instance,
  isError,
  type OutputValue,
  Tensor,
  tensor,
} from "../../src/client/index.ts";
import type { Example, ExampleValue, Signature, ValueSignature } from "../../src/signature/index.ts";
import { checked } from "../../src/signature/index.ts";

type Values = Readonly<Record<string, ValueSignature>>;

/** Methods of this repo's servables that fail whatever they are given. */
const FAILING = ["fail_text", "predict_subgraph"];

/**
 * Asks for each method's inputs; runs it on its examples, or on what its signature describes where it has none; and sends
 * float64 where the signature says float32.
 *
 * @param address of a proxy
 * @param photo a picture's file
 */
export async function expectHeld(signature: Signature, address: string, photo: Uint8Array): Promise<void> {
  const { servable, methods } = signature;
  for (const [method, { inputs = {}, outputs = {}, examples }] of Object.entries(methods)) {
    const client = new Client(address, checked(signature, method));
    expect([method, (await client.probe()).inputs]).toEqual([method, Object.keys(inputs)]);
    for (const example of examples ?? [madeOf(inputs, photo)]) {
      const place = `${servable}.${method}(${JSON.stringify(example.inputs).slice(0, 80)})`;
      const outcome = await only(client, instanceOf(example, inputs));
      const fails = FAILING.includes(method) || example.doc === "This one fails.";
      expect([place, isError(outcome) && outcome.error]).toEqual([place, fails && expect.any(String)]);
      if (isError(outcome)) continue;
      const found = mapped(outcome, factsOf);
      expect([place, found]).toEqual([place, mapped(found, (facts, name) => expected(facts, outputs[name]))]);
      expect(Object.keys(outcome).sort()).toEqual(Object.keys(outputs).sort());
      if (example.outputs) expect([place, mapped(outcome, plain)]).toEqual([place, example.outputs]);
    }
    const doubled = mapped(
      inputs,
      (value): ValueSignature => (value.dtype === "float32" ? { ...value, dtype: "float64" } : value),
    );
    if (JSON.stringify(doubled) === JSON.stringify(inputs)) continue;
    const refused = await only(
      new Client(address, servable, method),
      instanceOf(madeOf(doubled, photo), doubled),
    );
    expect([method, isError(refused)]).toEqual([method, true]);
  }
}

async function only(client: Client, instance: Instance) {
  const result = await client.infer([instance]);
  return isError(result) ? result : result[0]!;
}

/** Zeros of what a method takes; an unknown dimension is 2. */
function madeOf(inputs: Values, photo: Uint8Array): Example {
  const zeros = ([length, ...rest]: readonly (number | null)[]): ExampleValue =>
    length === undefined ? 0 : (Array.from({ length: length ?? 2 }, () => zeros(rest)) as ExampleValue);
  return {
    inputs: mapped(inputs, ({ kind, shape }) =>
      kind === "image" ? { base64: Buffer.from(photo).toString("base64") } : zeros(shape ?? []),
    ),
  };
}

function instanceOf(example: Example, inputs: Values): Instance {
  return mapped(example.inputs, (value, name): InputValue => {
    if (typeof value === "object" && "base64" in value) return Buffer.from(value.base64, "base64");
    return Array.isArray(value)
      ? tensor(value as number[], inputs[name]?.dtype ?? "float32")
      : (value as number);
  });
}

interface Facts {
  kind?: string;
  dtype?: string;
  shape?: readonly (number | null)[];
  /** Of a scalar, which is a value of JavaScript. */
  type?: string;
}

function factsOf(value: OutputValue): Facts {
  if (value instanceof Tensor) return { kind: "tensor", dtype: value.dtype, shape: value.shape };
  if (value instanceof Uint8Array) return { kind: "bytes" };
  return typeof value === "string" ? { kind: "string" } : { kind: "scalar", type: typeof value };
}

/** The facts that a signature asks for; of what it does not know, those that were found. */
function expected(found: Facts, { kind, dtype, shape }: ValueSignature = {}): Facts {
  const type = kind === "scalar" && dtype ? typeOf(dtype) : undefined;
  return {
    ...found,
    ...(kind && { kind }),
    ...(dtype && kind !== "scalar" && { dtype }),
    ...(shape && { shape: shape.map((dim, i) => dim ?? found.shape?.[i] ?? null) }),
    ...(type && { type }),
  };
}

function typeOf(dtype: DType): string {
  if (dtype === "bool") return "boolean";
  return dtype.endsWith("int64") ? "bigint" : "number";
}

function plain(value: OutputValue): unknown {
  if (value instanceof Tensor) return value.toArray();
  return typeof value === "bigint" ? Number(value) : value;
}

function mapped<T, R>(
  values: Readonly<Record<string, T>>,
  map: (value: T, name: string) => R,
): Record<string, R> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value, name)]));
}
