/** Instances as somebody may write them: every kind and dtype, with the values that JSON has none for. */

import fc from "fast-check";
import { type Draft, emptyDraft } from "../../src/app/playground/request/draft.ts";
import type { DType } from "../../src/client/index.ts";

const range = (bits: bigint, signed: boolean) =>
  fc
    .bigInt(signed ? -(2n ** (bits - 1n)) : 0n, signed ? 2n ** (bits - 1n) - 1n : 2n ** bits - 1n)
    .map(String);

/** @param most the dtype's largest value */
const float = (most: number) =>
  fc.oneof(
    fc
      .double({ min: -most, max: most, noNaN: true })
      .map((value) => (Object.is(value, -0) ? "-0" : String(value))),
    fc.constantFrom("nan", "inf", "-inf", "-0"),
  );

const ELEMENTS: Record<DType, fc.Arbitrary<string>> = {
  bool: fc.constantFrom("true", "False", "1"),
  int8: range(8n, true),
  int16: range(16n, true),
  int32: range(32n, true),
  int64: range(64n, true),
  uint8: range(8n, false),
  uint16: range(16n, false),
  uint32: range(32n, false),
  uint64: range(64n, false),
  float16: float(65504),
  float32: float(3.4e38),
  float64: float(Number.MAX_VALUE),
};

const dtype = fc.constantFrom(...(Object.keys(ELEMENTS) as DType[]));

const values = fc.oneof(
  dtype.chain((name) =>
    fc.array(ELEMENTS[name], { minLength: 1, maxLength: 6 }).map((elements) => ({
      kind: "tensor" as const,
      dtype: name,
      text: `[${elements}]`,
      shape: `${elements.length}, 1`,
    })),
  ),
  dtype.chain((name) =>
    fc.array(ELEMENTS[name], { minLength: 4, maxLength: 4 }).map(([a, b, c, d]) => ({
      kind: "tensor" as const,
      dtype: name,
      text: `${a} ${b}\n${c} ${d}`,
    })),
  ),
  dtype.chain((name) => ELEMENTS[name].map((text) => ({ kind: "scalar" as const, dtype: name, text }))),
  fc.string({ unit: "grapheme" }).map((text) => ({ kind: "string" as const, text })),
  fc
    .uint8Array({ maxLength: 40 })
    .map((bytes) => ({ kind: "bytes" as const, text: Buffer.from(bytes).toString("hex") })),
);

export const drafts = fc.array(
  fc
    .uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 8 }), values), {
      selector: ([name]) => name,
      minLength: 1,
      maxLength: 4,
    })
    .map((inputs) => inputs.map(([name, value]): Draft => ({ ...emptyDraft(name), ...value }))),
  { minLength: 1, maxLength: 3 },
);
