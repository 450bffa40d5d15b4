/**
 * Floats as decimal digits, without double rounding: a digit is cut off the exact value, ties go to the even one, as
 * numpy's printing does it. JavaScript's own `toFixed` and `toPrecision` round ties up, and know float64 only.
 */

import type { DType } from "./dtype-data.ts";
import { float16Bits, float16Value } from "./float16.ts";

/** `0.DIGITS × 10^point`: no zeros at either end of the digits, none at all for 0. */
export interface Decimal {
  digits: string;
  point: number;
}

const scratch = new DataView(new ArrayBuffer(8));

/** All digits of a finite, positive number: every float64 is a whole number times a power of two. */
export function exactDecimal(value: number): Decimal {
  scratch.setFloat64(0, value);
  const bits = scratch.getBigUint64(0);
  const biased = Number(bits >> 52n) & 0x7ff;
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  const exponent = Math.max(biased, 1) - 1075;
  // m / 2^k is m * 5^k / 10^k.
  const whole = exponent >= 0 ? mantissa << BigInt(exponent) : mantissa * 5n ** BigInt(-exponent);
  const text = String(whole);
  return { digits: withoutZeros(text), point: text.length + Math.min(exponent, 0) };
}

/** At most `count` digits; exactly half way between two, the one whose last digit is even. */
export function roundDecimal({ digits, point }: Decimal, count: number): Decimal {
  if (digits.length <= count) return { digits, point };
  const kept = digits.slice(0, count);
  const rest = digits.slice(count);
  const odd = Number(kept.at(-1)) % 2 === 1;
  // No zeros stand at the end of the digits, so "5" is exactly half.
  if (rest < "5" || (rest === "5" && !odd)) return { digits: withoutZeros(kept), point };
  const raised = String(BigInt(`0${kept}`) + 1n).padStart(count, "0");
  return { digits: withoutZeros(raised), point: point + raised.length - count };
}

/** The fewest digits that read back as the same element of `dtype`: 0.1 for the float32 nearest to it. */
export function shortestDecimal(value: number, dtype: DType): Decimal {
  const exact = exactDecimal(value);
  for (let count = 1; count < MAX_DIGITS; count++) {
    const candidate = roundDecimal(exact, count);
    if (roundTo(dtype, Number(`0.${candidate.digits}e${candidate.point}`)) === value) return candidate;
  }
  return roundDecimal(exact, MAX_DIGITS);
}

/** As many tell any two float64 apart. */
const MAX_DIGITS = 17;

/** The number that an element of `dtype` nearest to `value` has. */
export function roundTo(dtype: DType, value: number): number {
  if (dtype === "float16") return float16Value(float16Bits(value));
  return dtype === "float32" ? Math.fround(value) : value;
}

function withoutZeros(digits: string): string {
  return digits.replace(/0+$/, "");
}
