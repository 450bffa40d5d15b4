/** Half-precision numbers by their bits, as files and other libraries hold them. */

import { describe } from "./describe.ts";
import { dtypeOfArray, PlatformFloat16Array } from "./dtype.ts";
import type { Float16Data } from "./dtype-data.ts";
import { float16Value } from "./float16.ts";
import { Tensor } from "./tensor.ts";

/**
 * A float16 tensor from the bits of its elements: `0x3c00` is 1. `tensor(bits, "float16")` takes a `Uint16Array`'s
 * numbers for values instead, as of any typed array, and 0x3c00 is 15360 there.
 * @param bits one element each; taken without a copy where the platform has `Float16Array`
 * @param shape one dimension unless it is given
 * @throws TypeError for anything but a `Uint16Array`
 * @throws RangeError when the shape does not fit
 */
export function float16FromBits(
  bits: Uint16Array,
  shape: readonly number[] = [bits.length],
): Tensor<"float16"> {
  if (dtypeOfArray(bits) !== "uint16") {
    throw new TypeError(`float16FromBits takes a Uint16Array of bits, not ${describe(bits)}`);
  }
  const data: Float16Data = PlatformFloat16Array
    ? new PlatformFloat16Array(bits.buffer, bits.byteOffset, bits.length)
    : Float32Array.from(bits, float16Value);
  return new Tensor("float16", data, shape);
}
