/** A cell's text to an element of a dtype, or why it isn't one. */

import type { DType } from "../../client/index.ts";
import { halfWidth, NUMBER, specialNumber, wholeNumber } from "./number-text.ts";

export type CellFault =
  | { fault: "empty" }
  | { fault: "notNumber" | "notWhole" | "notBool" | "decimalComma" | "blank"; text: string }
  | { fault: "outOfRange"; text: string; min: string; max: string };

type Cell = { value: number | bigint | boolean } | CellFault;

/** Largest finite values; from half a step above them on, rounding gives infinity. */
const FLOAT_LIMITS: Partial<Record<DType, { from: number; max: string }>> = {
  float16: { from: 65520, max: "65504" },
  float32: { from: 2 ** 128 - 2 ** 103, max: "3.4028235e38" },
  float64: { from: Number.POSITIVE_INFINITY, max: "1.7976931348623157e308" },
};

/** Reads one cell. */
export function readCell(written: string, dtype: DType): Cell {
  const text = halfWidth(written).trim();
  if (text === "") return { fault: "empty" };
  if (dtype === "bool") return readBool(text);
  const special = dtype.startsWith("float") ? specialNumber(text) : undefined;
  if (special !== undefined) return { value: special };
  // Not read as one or the other: 1,234 is a thousand and more here, and one and a bit there.
  if (/^[+-]?[\d.\s]*\d[\d.\s]*,[\d,.\s]*(e[+-]?\d+)?$/i.test(text)) return { fault: "decimalComma", text };
  // So do separators of thousands, which are often no-break spaces.
  if (/\d\s+\d/.test(text)) return { fault: "blank", text };
  if (!NUMBER.test(text)) return { fault: "notNumber", text };
  return dtype.startsWith("float") ? readFloat(text, dtype) : readInteger(text, dtype);
}

function readBool(text: string): Cell {
  if (/^(true|1)$/i.test(text)) return { value: true };
  if (/^(false|0)$/i.test(text)) return { value: false };
  return { fault: "notBool", text };
}

function readFloat(text: string, dtype: DType): Cell {
  const value = Number(text);
  const { from, max } = FLOAT_LIMITS[dtype]!;
  return Math.abs(value) >= from ? { fault: "outOfRange", text, min: `-${max}`, max } : { value };
}

function readInteger(text: string, dtype: DType): Cell {
  const whole = wholeNumber(text);
  if (whole === undefined) return { fault: "notWhole", text };
  const signed = dtype.startsWith("int");
  const bits = BigInt(dtype.replace(/\D/g, ""));
  const max = 2n ** (signed ? bits - 1n : bits) - 1n;
  const min = signed ? -max - 1n : 0n;
  if (whole < min || whole > max) return { fault: "outOfRange", text, min: String(min), max: String(max) };
  return { value: bits === 64n ? whole : Number(whole) };
}
