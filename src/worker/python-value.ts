/**
 * Tensors as a servable's Python functions see and return them. Source: python/tensor_py.cc (protocol section 3,
 * "Reply side").
 */

import { type DType, dtypeFromCode } from "../client/tensor/dtype.ts";
import { Tensor } from "../client/tensor/tensor.ts";
import { encodeInput } from "../client/wire/input.ts";
import { MS_BYTES, MS_STRING, type TensorMessage } from "../client/wire/message.ts";
import { bytesOf } from "./tensor-check.ts";

/** A numpy array: its elements in row-major order, little-endian. */
export interface NumpyArray {
  dtype: DType;
  shape: readonly number[];
  bytes: Uint8Array;
}

/** A `str` for MS_STRING; for MS_BYTES a 1-D uint8 array, since functions get bytes so; else the array itself. */
export function toPython(tensor: TensorMessage): string | NumpyArray {
  if (tensor.dtype === MS_STRING) return new TextDecoder().decode(bytesOf(tensor.bytesVal[0]));
  if (tensor.dtype === MS_BYTES) {
    const bytes = bytesOf(tensor.bytesVal[0]);
    return { dtype: "uint8", shape: [bytes.length], bytes };
  }
  return { dtype: dtypeFromCode(tensor.dtype)!, shape: tensor.shape ?? [], bytes: bytesOf(tensor.data) };
}

/** A `str` result: MS_STRING whose shape is present and empty, unlike a client's `(1,)`. */
export function fromStr(value: string): TensorMessage {
  return { ...encodeInput(value), shape: [] };
}

/** A float32 array result. */
export function fromFloat32(data: Float32Array, shape: readonly number[]): TensorMessage {
  return encodeInput(new Tensor("float32", data, shape));
}
