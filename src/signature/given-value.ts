/** What an instance has for an input, and whether it is what the signature says. */

import { dtypeFromCode, formatShape } from "../tensor/index.ts";
import { MS_BYTES, MS_STRING, type TensorMessage } from "../wire/index.ts";
import type { ValueSignature } from "./signature.ts";

export function fits({ dtype, shape = [] }: TensorMessage, expected: ValueSignature): boolean {
  const { kind } = expected;
  if (kind === "string") return dtype === MS_STRING;
  if (kind === "bytes" || kind === "image") return dtype === MS_BYTES;
  if (!kind && !expected.dtype && !expected.shape) return true;
  const name = dtypeFromCode(dtype);
  if (!name || (expected.dtype && expected.dtype !== name)) return false;
  // A bare number goes as (1,), a typed scalar as (): either is a single number.
  const dims = kind === "scalar" ? [] : expected.shape;
  if (!dims) return true;
  if (dims.length === 0) return shape.length === 0 || (shape.length === 1 && shape[0] === 1);
  return dims.length === shape.length && dims.every((dim, i) => dim === null || dim === shape[i]);
}

/** `a float32 tensor of shape (3, ?, 224)` */
export function expectedText({ kind, dtype, shape }: ValueSignature): string {
  if (kind === "image") return "an image, as the bytes of its file";
  if (kind === "bytes" || kind === "string") return NOUNS[kind];
  if (!kind && !dtype && !shape) return "a value";
  const noun = kind ?? "tensor or scalar";
  return numbers(dtype, noun, shape && formatShape(shape.map((dim) => dim ?? "?") as number[]));
}

export function givenText({ dtype, shape = [] }: TensorMessage): string {
  if (dtype === MS_STRING) return NOUNS.string;
  if (dtype === MS_BYTES) return NOUNS.bytes;
  return numbers(dtypeFromCode(dtype), "tensor", formatShape(shape));
}

const NOUNS = { string: "a string", bytes: "bytes" };

function numbers(dtype: string | undefined, noun: string, shape: string | undefined): string {
  const words = dtype ? `${dtype} ${noun}` : noun;
  return `${words.startsWith("int") ? "an" : "a"} ${words}${shape === undefined ? "" : ` of shape ${shape}`}`;
}
