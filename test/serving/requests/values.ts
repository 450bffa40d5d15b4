/** Values that many requests are made of, as the content of a `Tensor`. */

import { DTYPES, sizeOf } from "../../../src/tensor/dtype.ts";
import type { DType } from "../../../src/tensor/dtype-data.ts";
import { Scalar } from "../../../src/tensor/scalar.ts";
import { type Tensor, tensor as tensorOf } from "../../../src/tensor/tensor.ts";
import { encodeInput } from "../../../src/wire/input.ts";
import { tensor } from "./raw.ts";

export const DTYPE_NAMES = Object.keys(DTYPES) as DType[];

export const codeOf = (dtype: DType) => DTYPES[dtype].code;

const elementOf = (dtype: DType, value: number) => {
  if (dtype === "bool") return value !== 0;
  return dtype.endsWith("int64") ? BigInt(value) : value;
};

/** Elements in a shape. */
export function array(
  dtype: DType,
  elements: readonly number[],
  shape: readonly number[] = [elements.length],
) {
  const values = elements.map((value) => elementOf(dtype, value));
  return contentOf(tensorOf(values as number[], dtype, shape));
}

/** Shape `()`. */
export const scalar = (dtype: DType, value: number) =>
  contentOf(new Scalar(dtype, elementOf(dtype, value) as never));

/** As many zeros as the shape has. */
export const zeros = (dtype: DType, shape: readonly number[]) =>
  tensor(shape, codeOf(dtype), new Uint8Array(sizeOf(shape) * DTYPES[dtype].itemSize));

function contentOf(value: Tensor | Scalar): Uint8Array<ArrayBuffer> {
  const { dtype, shape, data } = encodeInput(value);
  return tensor(shape!, dtype, data as Uint8Array);
}

/** float32 numbers of these bits. */
export const float32Bits = (...bits: readonly number[]) => new Uint8Array(new Uint32Array(bits).buffer);

/** A float32 matrix of 2×2. */
export const matrix = (...elements: [number, number, number, number]) => array("float32", elements, [2, 2]);

export const ones = matrix(1, 1, 1, 1);
export const counting = matrix(1, 2, 3, 4);
