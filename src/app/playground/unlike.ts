/** A value held to what the signature says of its input, before it is sent: the rules of `checked`. */

import type { DType, InputValue } from "../../client/index.ts";
import type { ValueKind, ValueSignature } from "../../signature/index.ts";
import { formatShape, Scalar, Tensor } from "../../tensor/index.ts";
import { kindText } from "../../ui/index.ts";
import type { Words } from "../words/words.ts";

/** What is sent. */
interface Given {
  kind: "tensor" | "scalar" | "string" | "bytes";
  dtype?: DType;
  shape?: readonly number[];
}

export type Unlike = { fault: "unlike"; expected: ValueSignature; given: Given } | { fault: "noImage" };

/** @param value as the form reads it */
export function unlike(value: InputValue, expected: ValueSignature): Unlike | undefined {
  if (expected.kind === "image" && value instanceof Uint8Array && value.length === 0)
    return { fault: "noImage" };
  const given = givenOf(value);
  return fits(given, expected) ? undefined : { fault: "unlike", expected, given };
}

function givenOf(value: InputValue): Given {
  if (value instanceof Tensor) return { kind: "tensor", dtype: value.dtype, shape: value.shape };
  if (value instanceof Scalar) return { kind: "scalar", dtype: value.dtype };
  return { kind: typeof value === "string" ? "string" : "bytes" };
}

function fits(given: Given, { kind, dtype, shape }: ValueSignature): boolean {
  if (kind === "string") return given.kind === "string";
  if (kind === "bytes" || kind === "image") return given.kind === "bytes";
  if (!kind && !dtype && !shape) return true;
  if (!given.dtype || (dtype && dtype !== given.dtype)) return false;
  const dims = kind === "scalar" ? [] : shape;
  if (!dims) return true;
  const has = given.shape ?? [];
  // Serving takes (1,) for a single number too.
  if (dims.length === 0) return has.length === 0 || (has.length === 1 && has[0] === 1);
  return dims.length === has.length && dims.every((dim, i) => dim === null || dim === has[i]);
}

/** `float32 tensor (?, 3, 224)`; empty where nothing is known. */
export function typeText(
  { kind, dtype, shape }: { kind?: ValueKind; dtype?: DType; shape?: readonly (number | null)[] },
  words: Words,
): string {
  const told = kind ?? (shape ? "tensor" : undefined);
  const parts = [
    dtype,
    told === "image" ? words.kindImage : told && kindText(told, words),
    shape && formatShape(shape.map((dim) => dim ?? "?") as number[]),
  ];
  return parts.filter((part) => part).join(" ");
}
