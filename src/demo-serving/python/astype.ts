/** numpy's `astype(np.float32)`. */

import { elementsOf } from "./numpy-elements.ts";
import type { NumpyArray } from "./python-value.ts";

/** The array's elements, each rounded once to the nearest float32, ties to even; too large ones become infinite. */
export function astypeFloat32(array: NumpyArray): Float32Array {
  const elements = elementsOf(array) as ArrayLike<number | bigint>;
  const result = Float32Array.from(elements, (element) =>
    typeof element === "bigint" ? nearestFloat32(element) : element,
  );
  switch (array.dtype) {
    case "bool":
      return result.map((byte) => Math.min(byte, 1));
    case "float16":
      return withNans(result, new Uint16Array(new Uint8Array(array.bytes).buffer), float16Nan);
    case "float64":
      return withNans(result, new BigUint64Array(new Uint8Array(array.bytes).buffer), float64Nan);
    default:
      return result;
  }
}

/** A NaN keeps its sign and the first bits of its payload, which JavaScript does not promise. */
function withNans<B extends number | bigint>(
  result: Float32Array,
  source: ArrayLike<B>,
  nanOf: (bits: B) => number,
): Float32Array {
  const bits = new Uint32Array(result.buffer);
  for (const [i, value] of result.entries()) if (Number.isNaN(value)) bits[i] = nanOf(source[i]!);
  return result;
}

function float16Nan(bits: number): number {
  return ((bits & 0x8000) << 16) | 0x7f80_0000 | ((bits & 0x3ff) << 13);
}

function float64Nan(bits: bigint): number {
  return Number((bits >> 63n) << 31n) + 0x7fc0_0000 + Number((bits >> 29n) & 0x3f_ffffn);
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
