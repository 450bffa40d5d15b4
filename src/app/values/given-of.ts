/** What a value is that is to be sent, as signatures tell it. */

import type { InputValue } from "../../client/index.ts";
import type { GivenValue } from "../../signature/index.ts";
import { Scalar, Tensor } from "../../tensor/index.ts";

/** @param value as the app's forms give it: no bare number, no typed array */
export function givenOf(value: InputValue): GivenValue {
  if (value instanceof Tensor) return { kind: "tensor", dtype: value.dtype, shape: value.shape };
  if (value instanceof Scalar) return { kind: "scalar", dtype: value.dtype };
  return { kind: typeof value === "string" ? "string" : "bytes" };
}
