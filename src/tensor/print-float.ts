/** Floats as numpy 2.4 prints them in one array. */

import { type Decimal, exactDecimal, roundDecimal, roundTo, shortestDecimal } from "./decimal.ts";
import type { DType } from "./dtype-data.ts";

/** Places behind the point that numpy prints at most. */
const PRECISION = 8;

/** From 10 to this power on numpy uses exponents: the decimal digits that the dtype can be trusted for, 8 at most. */
const EXPONENTS_FROM: Partial<Record<DType, number>> = { float16: 1e3, float32: 1e6, float64: 1e8 };

/** numpy's rule: exponents as soon as one element asks for them, one width for all, points under each other. */
export function formatFloats(elements: number[], dtype: DType): string[] {
  const notation = needsExponents(elements, dtype)
    ? scientific(elements, dtype)
    : positional(elements, dtype);
  return elements.map((element) => {
    if (Number.isNaN(element)) return "nan";
    const sign = element < 0 || Object.is(element, -0) ? "-" : "";
    return sign + (Number.isFinite(element) ? notation(Math.abs(element)) : "inf");
  });
}

function needsExponents(elements: number[], dtype: DType): boolean {
  const sizes = elements.filter((element) => Number.isFinite(element) && element !== 0).map(Math.abs);
  if (sizes.length === 0) return false;
  const largest = Math.max(...sizes);
  const smallest = Math.min(...sizes);
  return (
    largest >= EXPONENTS_FROM[dtype]! ||
    smallest < roundTo(dtype, 1e-4) ||
    roundTo(dtype, largest / smallest) > 1000
  );
}

type Notation = (size: number) => string;

function positional(elements: number[], dtype: DType): Notation {
  const decimals = new Map(sizesOf(elements).map((size) => [size, decimal(size)]));
  const places = Math.max(...[...decimals.values()].map(({ digits, point }) => digits.length - point), 0);
  return (size) => {
    const { digits, point } = decimals.get(size)!;
    const whole = digits.slice(0, Math.max(point, 0)).padEnd(point, "0") || "0";
    const fraction = digits === "" ? "" : "0".repeat(Math.max(-point, 0)) + digits.slice(Math.max(point, 0));
    return `${whole}.${fraction.padEnd(places)}`;
  };
  function decimal(size: number): Decimal {
    const shortest = size === 0 ? ZERO : shortestDecimal(size, dtype);
    const tooLong = shortest.digits.length - shortest.point > PRECISION;
    return tooLong ? roundDecimal(exactDecimal(size), shortest.point + PRECISION) : shortest;
  }
}

function scientific(elements: number[], dtype: DType): Notation {
  const sizes = sizesOf(elements).filter((size) => size !== 0);
  const shortest = sizes.map((size) => {
    const decimal = shortestDecimal(size, dtype);
    return decimal.digits.length > PRECISION + 1 ? roundDecimal(exactDecimal(size), PRECISION + 1) : decimal;
  });
  const places = Math.max(...shortest.map(({ digits }) => digits.length - 1));
  // Further digits of an element that has fewer are those of its exact value, as numpy has them.
  const decimals = new Map(
    sizes.map((size, i) => [
      size,
      shortest[i]!.digits.length > places ? shortest[i]! : roundDecimal(exactDecimal(size), places + 1),
    ]),
  );
  const exponents = [...decimals.values()].map(({ point }) => String(Math.abs(point - 1)).length);
  const exponentDigits = Math.max(2, ...exponents);
  return (size) => {
    const { digits, point } = decimals.get(size) ?? ZERO;
    const exponent = digits === "" ? 0 : point - 1;
    const mantissa = digits.padEnd(places + 1, "0");
    const power = String(Math.abs(exponent)).padStart(exponentDigits, "0");
    return `${mantissa[0]}.${mantissa.slice(1)}e${exponent < 0 ? "-" : "+"}${power}`;
  };
}

const ZERO: Decimal = { digits: "", point: 0 };

function sizesOf(elements: number[]): number[] {
  return elements.filter(Number.isFinite).map(Math.abs);
}
