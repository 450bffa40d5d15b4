/**
 * IEEE 754 binary16 by hand, for platforms without `Float16Array`. Rounds to nearest, ties to even, as numpy and
 * `Math.f16round` do; keeps subnormals, infinities and the sign of zero. Every NaN becomes 0x7e00.
 */

const scratch = new DataView(new ArrayBuffer(8));

/** Bits of the half-precision number nearest to `value`. */
export function float16Bits(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  scratch.setFloat64(0, value);
  const sign = (scratch.getUint8(0) & 0x80) << 8;
  const size = Math.abs(value);
  if (size === 0) return sign;
  // 65520 lies half way between the largest half (65504) and the next power of two, and ties go to the even one.
  if (size >= 65520) return sign | 0x7c00;
  // Below 2^-14 halves are multiples of 2^-24: a subnormal's bits are that count. Carrying into 0x400 is right.
  if (size < 2 ** -14) return sign | roundToEven(size * 2 ** 24);
  scratch.setFloat64(0, size);
  const exponent = (scratch.getUint16(0) >> 4) - 1023;
  // The mantissa's 11 bits with their leading one; rounding up to 2048 carries into the exponent by itself.
  const mantissa = roundToEven(size * 2 ** (10 - exponent));
  return sign | (((exponent + 15) << 10) + mantissa - 1024);
}

/** The number whose half-precision bits these are; exact. */
export function float16Value(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

/** `value` is not negative and well below 2^52, so that adding and flooring are exact. */
function roundToEven(value: number): number {
  const low = Math.floor(value);
  const rest = value - low;
  if (rest !== 0.5) return rest < 0.5 ? low : low + 1;
  return low % 2 === 0 ? low : low + 1;
}
