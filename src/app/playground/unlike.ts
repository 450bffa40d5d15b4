/** A value held to what the signature says of its input, before it is sent. */

import type { InputValue } from "../../client/index.ts";
import { fits, type GivenValue, type ValueSignature } from "../../signature/index.ts";
import { formatShape, Scalar, Tensor } from "../../tensor/index.ts";
import { kindText } from "../../ui/index.ts";
import type { Words } from "../words/words.ts";

export type Unlike = { fault: "unlike"; expected: ValueSignature; given: GivenValue } | { fault: "noImage" };

/** @param value as the form reads it */
export function unlike(value: InputValue, expected: ValueSignature): Unlike | undefined {
  if (expected.kind === "image" && value instanceof Uint8Array && value.length === 0)
    return { fault: "noImage" };
  const given = givenOf(value);
  return fits(given, expected) ? undefined : { fault: "unlike", expected, given };
}

function givenOf(value: InputValue): GivenValue {
  if (value instanceof Tensor) return { kind: "tensor", dtype: value.dtype, shape: value.shape };
  if (value instanceof Scalar) return { kind: "scalar", dtype: value.dtype };
  return { kind: typeof value === "string" ? "string" : "bytes" };
}

/** `float32 tensor (?, 3, 224)`; empty where nothing is known. */
export function typeText({ kind, dtype, shape }: ValueSignature | GivenValue, words: Words): string {
  const told = kind ?? (shape ? "tensor" : undefined);
  const parts = [
    dtype,
    told === "image" ? words.kindImage : told && kindText(told, words),
    shape && formatShape(shape),
  ];
  return parts.filter((part) => part).join(" ");
}
