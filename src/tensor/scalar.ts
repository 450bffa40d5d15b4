/**
 * Typed scalars, as numpy's `np.int8(5)`: one number with a dtype and the shape `()`. A bare JavaScript number
 * has no dtype of its own and is sent as float32 of shape `(1,)`; these say the other thing.
 */

import type { DType, Element } from "./dtype-data.ts";
import { fromStored, toStored } from "./element.ts";
import { type JsonElement, jsonElement } from "./json-element.ts";

/** One number with a dtype and the shape `()`; {@link int32} and its like make them. */
export class Scalar<D extends DType = DType> {
  /** Name of the number's type, as numpy has it. */
  readonly dtype: D;
  /** The number, a bigint for 64-bit integers, or the boolean. */
  readonly value: Element<D>;

  /** @throws TypeError or RangeError when the dtype can't hold `value` */
  constructor(dtype: D, value: Element<D> | number) {
    this.dtype = dtype;
    this.value = fromStored(toStored(value, dtype), dtype);
  }

  /** `int8(5)` */
  toString(): string {
    return `${this.dtype}(${this.value})`;
  }

  /** For `JSON.stringify`: its dtype and its value, exactly; see {@link Tensor.toJSON}. */
  toJSON(): { dtype: D; value: JsonElement } {
    return { dtype: this.dtype, value: jsonElement(this.value) };
  }
}

/** A bool of shape `()`. */
export const bool = (value: boolean) => new Scalar("bool", value);
/** An int8 of shape `()`: -128 to 127. */
export const int8 = (value: number) => new Scalar("int8", value);
/** A uint8 of shape `()`: 0 to 255. */
export const uint8 = (value: number) => new Scalar("uint8", value);
/** An int16 of shape `()`. */
export const int16 = (value: number) => new Scalar("int16", value);
/** A uint16 of shape `()`. */
export const uint16 = (value: number) => new Scalar("uint16", value);
/** An int32 of shape `()`. */
export const int32 = (value: number) => new Scalar("int32", value);
/** A uint32 of shape `()`. */
export const uint32 = (value: number) => new Scalar("uint32", value);
/** An int64 of shape `()`: a bigint, or a whole number up to 2^53. */
export const int64 = (value: bigint | number) => new Scalar("int64", value);
/** A uint64 of shape `()`: a bigint, or a whole number up to 2^53. */
export const uint64 = (value: bigint | number) => new Scalar("uint64", value);
/** A float16 of shape `()`: rounded to the nearest half, ties to even. */
export const float16 = (value: number) => new Scalar("float16", value);
/** A float32 of shape `()`. */
export const float32 = (value: number) => new Scalar("float32", value);
/** A float64 of shape `()`. */
export const float64 = (value: number) => new Scalar("float64", value);
