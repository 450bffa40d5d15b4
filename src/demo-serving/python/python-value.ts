/**
 * Tensors as a servable's Python functions see and return them. Source: python/tensor_py.cc (protocol section 3,
 * "Reply side").
 */

import { DTYPES, type DType, dtypeFromCode, Scalar, Tensor } from "../../tensor/index.ts";
import { encodeInput, MS_BYTES, MS_STRING, type TensorMessage } from "../../wire/index.ts";
import { bytesOf } from "../protocol/tensor-check.ts";

/** A numpy array: its elements in row-major order, little-endian. One of shape `()` is a number as well. */
export interface NumpyArray {
  dtype: DType;
  shape: readonly number[];
  bytes: Uint8Array;
}

/** What a function is given: a `str`, or an array. */
export type PythonInput = string | NumpyArray;

/** What it may return: a `str`, `bytes`, or an array. */
export type PythonValue = PythonInput | Uint8Array;

/** A `str` for MS_STRING; for MS_BYTES a 1-D uint8 array, since functions get bytes so; else the array itself. */
export function toPython(tensor: TensorMessage): PythonInput {
  // A byte order mark is text like any other.
  if (tensor.dtype === MS_STRING)
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytesOf(tensor.bytesVal[0]));
  if (tensor.dtype === MS_BYTES) {
    const bytes = bytesOf(tensor.bytesVal[0]);
    return { dtype: "uint8", shape: [bytes.length], bytes };
  }
  return { dtype: dtypeFromCode(tensor.dtype)!, shape: tensor.shape ?? [], bytes: bytesOf(tensor.data) };
}

/** A result on its way out; the shape of `str` and `bytes` is present and empty, unlike a client's `(1,)`. */
export function fromPython(value: PythonValue): TensorMessage {
  if (typeof value === "string" || value instanceof Uint8Array) return { ...encodeInput(value), shape: [] };
  return { dtype: DTYPES[value.dtype].code, shape: value.shape, data: value.bytes, bytesVal: [] };
}

/** An array of float32. */
export function float32Array(data: Float32Array, shape: readonly number[]): NumpyArray {
  return arrayOf(new Tensor("float32", data, shape));
}

/** A number of numpy's, or a Python `int` (int64), `float` (float64) or `bool`: shape `()`. */
export function number<D extends DType>(dtype: D, value: number | bigint | boolean): NumpyArray {
  return arrayOf(new Scalar(dtype, value as never));
}

export function arrayOf(value: Tensor | Scalar): NumpyArray {
  const { shape, data } = encodeInput(value);
  return { dtype: value.dtype, shape: shape!, bytes: bytesOf(data) };
}
