/** What the languages have in common about values. The client's classes are told by their members: it is loaded later. */

import type { InputValue, Tensor } from "../../client/index.ts";

export type Nested = number | bigint | boolean | readonly Nested[];

type ScalarValue = Extract<InputValue, { dtype: unknown; value: unknown }>;

export function isTensor(value: InputValue): value is Tensor {
  return typeof value === "object" && "dtype" in value && "shape" in value;
}

export function isScalar(value: InputValue): value is ScalarValue {
  return typeof value === "object" && "dtype" in value && "value" in value;
}

/** `[[1, 2], [3, 4]]`. */
export function nestedText(
  nested: Nested,
  elementText: (element: number | bigint | boolean) => string,
): string {
  if (typeof nested !== "object") return elementText(nested);
  return `[${nested.map((inner) => nestedText(inner, elementText)).join(", ")}]`;
}

export function numberText(value: number, infinity: string, notANumber: string): string {
  if (Number.isNaN(value)) return notANumber;
  if (!Number.isFinite(value)) return value > 0 ? infinity : `-${infinity}`;
  return Object.is(value, -0) ? "-0.0" : String(value);
}
