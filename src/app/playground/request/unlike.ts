/** A value held to what the signature says of its input, before it is sent. */

import type { InputValue } from "../../../client/index.ts";
import { fits, type GivenValue, type ValueSignature } from "../../../signature/index.ts";
import { formatShape } from "../../../tensor/index.ts";
import { kindText } from "../../../ui/index.ts";
import { givenOf } from "../../values/given-of.ts";
import type { Words } from "../../words/words.ts";

export type Unlike = { fault: "unlike"; expected: ValueSignature; given: GivenValue } | { fault: "noImage" };

/** @param value as the form reads it */
export function unlike(value: InputValue, expected: ValueSignature): Unlike | undefined {
  if (expected.kind === "image" && value instanceof Uint8Array && value.length === 0)
    return { fault: "noImage" };
  const given = givenOf(value);
  return fits(given, expected) ? undefined : { fault: "unlike", expected, given };
}

/** `float32 tensor (?, 3, 224)`; empty where nothing is known. */
export function typeText({ kind, dtype, shape }: ValueSignature | GivenValue, words: Words): string {
  const told = kind ?? (shape ? "tensor" : undefined);
  const parts = [dtype, told && kindText(told, words), shape && formatShape(shape)];
  return parts.filter((part) => part).join(" ");
}
