/** Elements as JSON has them, none of them rounded. */

import type { DType, Element } from "./dtype-data.ts";
import type { Nested } from "./nested.ts";

/** An element in JSON: a text where JSON has no such number, as `"9007199254740993"` and `"NaN"`. */
export type JsonElement = number | boolean | string;

/** What a tensor is in JSON. */
export interface TensorJson {
  /** Name of the elements' type. */
  dtype: DType;
  /** Dimensions. */
  shape: readonly number[];
  /** Nested arrays in that shape. */
  data: Nested<JsonElement>;
}

export function jsonElement(element: Element): JsonElement {
  if (Object.is(element, -0)) return "-0";
  return typeof element === "boolean" || Number.isFinite(element)
    ? (element as number | boolean)
    : `${element}`;
}
