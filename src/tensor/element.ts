/**
 * One element: from what a caller wrote to what an array of the dtype holds. Nothing is cut or wrapped in
 * silence: `int8(300)` is an error, as it is in numpy 2.
 */

import { describe } from "./describe.ts";
import { DTYPES } from "./dtype.ts";
import type { DType, Element } from "./dtype-data.ts";
import { float16Bits, float16Value } from "./float16.ts";

/** What may stand for one element. */
export type ElementInput = number | bigint | boolean;

/**
 * The value that an array of `dtype` stores: a number, or a bigint for 64-bit integers (bools as 0 or 1).
 * @throws TypeError for another type than the dtype takes; RangeError for integers out of range or not whole
 */
export function toStored(value: unknown, dtype: DType): number | bigint {
  switch (dtype) {
    case "bool":
      if (typeof value === "boolean") return value ? 1 : 0;
      throw new TypeError(`bool takes true or false, not ${describe(value)}`);
    case "float16":
    case "float32":
    case "float64":
      // Halves are rounded here, so that an array without the platform's Float16Array shows what will be sent.
      if (typeof value === "number") return dtype === "float16" ? float16Value(float16Bits(value)) : value;
      throw new TypeError(`${dtype} takes numbers, not ${describe(value)}`);
    default:
      return toInteger(value, dtype);
  }
}

function toInteger(value: unknown, dtype: DType): number | bigint {
  const { min, max } = DTYPES[dtype].range!;
  if (typeof value !== "number" && typeof value !== "bigint") {
    throw new TypeError(`${dtype} takes whole numbers, not ${describe(value)}`);
  }
  if (typeof value === "number" && !Number.isInteger(value)) {
    throw new RangeError(`${dtype} takes whole numbers, not ${value}`);
  }
  if (value < min || value > max) {
    throw new RangeError(`${value} is out of range for ${dtype} (${min} to ${max})`);
  }
  if (typeof min === "number") return Number(value);
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new RangeError(`${value} is above 2^53 and may already be rounded: give a bigint for ${dtype}`);
  }
  return BigInt(value);
}

/** The element as JavaScript has it, from what the array stores. */
export function fromStored<D extends DType>(stored: number | bigint, dtype: D): Element<D> {
  return (dtype === "bool" ? stored !== 0 : stored) as Element<D>;
}
