/** What an instance has for an input, and whether it is what the signature says. */

import { type DType, dtypeFromCode, formatShape } from "../tensor/index.ts";
import { MS_BYTES, MS_STRING, type TensorMessage } from "../wire/index.ts";
import type { ValueKind, ValueSignature } from "./signature.ts";

/** What is known of a value that is to be sent. */
export interface GivenValue {
  /** An image is bytes like others. */
  readonly kind: Exclude<ValueKind, "image">;
  /** Of a tensor or scalar. */
  readonly dtype?: DType | undefined;
  /** Of a tensor; left out, it is a single number's. */
  readonly shape?: readonly number[] | undefined;
}

/**
 * Whether a value is what a signature asks for; what the signature does not know fits. For forms, which check each
 * input by itself; a call's instances are held to it by `checked`.
 */
export function fits(given: GivenValue, expected: ValueSignature): boolean {
  const { kind } = expected;
  const { dtype, shape = [] } = given;
  if (kind === "string") return given.kind === "string";
  if (kind === "bytes" || kind === "image") return given.kind === "bytes";
  if (!kind && !expected.dtype && !expected.shape) return true;
  if (!dtype || (expected.dtype && expected.dtype !== dtype)) return false;
  // A bare number goes as (1,), a typed scalar as (): either is a single number.
  const dims = kind === "scalar" ? [] : expected.shape;
  if (!dims) return true;
  if (dims.length === 0) return shape.length === 0 || (shape.length === 1 && shape[0] === 1);
  return dims.length === shape.length && dims.every((dim, i) => dim === null || dim === shape[i]);
}

export function givenValue({ dtype, shape }: TensorMessage): GivenValue {
  if (dtype === MS_STRING) return { kind: "string" };
  if (dtype === MS_BYTES) return { kind: "bytes" };
  return { kind: "tensor", dtype: dtypeFromCode(dtype), shape };
}

/** `a float32 tensor of shape (3, ?, 224)` */
export function expectedText({ kind, dtype, shape }: ValueSignature): string {
  if (kind === "image") return "an image, as the bytes of its file";
  if (kind === "bytes" || kind === "string") return NOUNS[kind];
  if (!kind && !dtype && !shape) return "a value";
  const noun = kind ?? "tensor or scalar";
  return numbers(dtype, noun, shape && formatShape(shape));
}

export function givenText({ kind, dtype, shape = [] }: GivenValue): string {
  return kind === "string" || kind === "bytes" ? NOUNS[kind] : numbers(dtype, "tensor", formatShape(shape));
}

const NOUNS = { string: "a string", bytes: "bytes" };

function numbers(dtype: string | undefined, noun: string, shape: string | undefined): string {
  const words = dtype ? `${dtype} ${noun}` : noun;
  return `${words.startsWith("int") ? "an" : "a"} ${words}${shape === undefined ? "" : ` of shape ${shape}`}`;
}
