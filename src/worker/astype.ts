/** numpy's `astype(np.float32)`. */

import { arrayFor, DTYPES } from "../client/tensor/dtype.ts";
import { float16Value } from "../client/tensor/float16.ts";
import type { NumpyArray } from "./python-value.ts";

/** The array's elements, each rounded once to the nearest float32, ties to even; too large ones become infinite. */
export function astypeFloat32({ dtype, bytes }: NumpyArray): Float32Array {
  // A copy: a view of the request may lie at any address, which typed arrays refuse.
  const { buffer } = new Uint8Array(bytes);
  switch (dtype) {
    case "bool":
      return Float32Array.from(bytes, (byte) => (byte === 0 ? 0 : 1));
    case "float16":
      return Float32Array.from(new Uint16Array(buffer), float16Value);
    case "int64":
      return Float32Array.from(new BigInt64Array(buffer), nearestFloat32);
    case "uint64":
      return Float32Array.from(new BigUint64Array(buffer), nearestFloat32);
    default:
      return Float32Array.from(new (arrayFor(dtype))(buffer, 0, bytes.length / DTYPES[dtype].itemSize));
  }
}

/**
 * `Number(value)` would round to 53 bits, and then again to float32's 24: a value just above the middle between
 * two float32 would first fall onto the middle and then to the wrong side. So the low bits of a long integer are
 * folded into one bit that only says whether any of them was set.
 */
function nearestFloat32(value: bigint): number {
  const size = value < 0n ? -value : value;
  if (size < 2n ** 53n) return Math.fround(Number(value));
  const folded = Number((size >> 11n) | ((size & 0x7ffn) === 0n ? 0n : 1n)) * 2 ** 11;
  return Math.fround(value < 0n ? -folded : folded);
}
