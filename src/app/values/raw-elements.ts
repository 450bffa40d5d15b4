/** Raw little-endian elements, as files hold them, to a tensor and back. */

import { arrayFor, DTYPES, type DType, float16Bits, float16FromBits, Tensor } from "../../tensor/index.ts";

/** @param bytes as many as the elements of `shape` need */
export function tensorOfBytes(dtype: DType, bytes: Uint8Array, shape: readonly number[]): Tensor {
  // A copy lies where every dtype may.
  const aligned = bytes.byteOffset % DTYPES[dtype].itemSize === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset } = aligned;
  const length = bytes.length / DTYPES[dtype].itemSize;
  if (dtype === "float16") return float16FromBits(new Uint16Array(buffer, byteOffset, length), shape);
  return new Tensor(dtype, new (arrayFor(dtype))(buffer, byteOffset, length), shape);
}

/** The elements' own memory; halves that are held as other numbers are packed again. */
export function bytesOfTensor({ dtype, data }: Tensor): Uint8Array<ArrayBuffer> {
  if (dtype === "float16" && data instanceof Float32Array) {
    return new Uint8Array(Uint16Array.from(data, float16Bits).buffer);
  }
  return new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
}
