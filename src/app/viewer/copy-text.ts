/** A tensor as text to paste elsewhere. */

import type { Tensor } from "../../client/index.ts";
import { nestText } from "../../ui/index.ts";

/** Above this a file is the better way. */
export const MAX_COPIED = 200_000;

/** `np.array([[1.0, 2.0]], dtype=np.float32)`: all elements, which numpy's own printout leaves out of large arrays. */
export function numpyText({ dtype, data, shape }: Tensor): string {
  const element = (index: number) => {
    const value = data[index]!;
    if (dtype === "bool") return value ? "True" : "False";
    if (typeof value === "number" && Number.isNaN(value)) return "np.nan";
    if (value === Number.POSITIVE_INFINITY) return "np.inf";
    return value === Number.NEGATIVE_INFINITY ? "-np.inf" : Object.is(value, -0) ? "-0.0" : String(value);
  };
  const reshape = shape.includes(0) ? `.reshape(${shape.join(", ")})` : "";
  return `np.array(${nestText(shape, element)}, dtype=np.${dtype === "bool" ? "bool_" : dtype})${reshape}`;
}

/** Nested lists; JSON has neither nan nor infinity, which are null, and rounds large integers, which are strings. */
export function jsonText({ dtype, data, shape }: Tensor): string {
  return nestText(shape, (index) => {
    const value = data[index]!;
    if (dtype === "bool") return value ? "true" : "false";
    if (typeof value !== "bigint") return JSON.stringify(value);
    return Number.isSafeInteger(Number(value)) ? String(value) : `"${value}"`;
  });
}
