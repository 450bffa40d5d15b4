/** The elements of numpy arrays as JavaScript's numbers, and back. */

import { arrayFor, DTYPES, type DType, float16Value, sizeOf, tensor } from "../../tensor/index.ts";
import { arrayOf, type NumpyArray } from "./python-value.ts";

/** Bigints for 64-bit integers; bools as their bytes. */
export function elementsOf({ dtype, bytes }: NumpyArray): ArrayLike<number> | ArrayLike<bigint> {
  // A copy: a view of the request may lie at any address, which typed arrays refuse.
  const { buffer } = new Uint8Array(bytes);
  if (dtype === "float16") return Float64Array.from(new Uint16Array(buffer), float16Value);
  return new (arrayFor(dtype))(buffer, 0, bytes.length / DTYPES[dtype].itemSize) as ArrayLike<number>;
}

/** Integers wrap, floats are rounded. */
export function fromElements(
  dtype: DType,
  elements: readonly (number | bigint)[],
  shape: readonly number[],
): NumpyArray {
  const stored = dtype === "bool" ? elements.map(Boolean) : elements.map((one) => wrapped(one, dtype));
  return arrayOf(tensor(stored as number[], dtype, shape));
}

function wrapped(element: number | bigint, dtype: DType): number | bigint {
  const { range, itemSize } = DTYPES[dtype];
  if (!range) return Number(element);
  const wrap = range.min < 0 ? BigInt.asIntN : BigInt.asUintN;
  const value = wrap(itemSize * 8, BigInt(element));
  return itemSize === 8 ? value : Number(value);
}

/** Number of elements. */
export function countOf({ shape }: NumpyArray): number {
  return sizeOf(shape);
}
