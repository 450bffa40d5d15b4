/** Python's `int()` and `float()` of what a function is given, with their complaints. */

import { countOf, elementsOf } from "./numpy-elements.ts";
import { PythonError } from "./python-error.ts";
import { repr } from "./python-text.ts";
import type { NumpyArray, PythonInput } from "./python-value.ts";

const DECIMAL = /^[+-]?\d+(?:_\d+)*$/;
const FLOAT = /^[+-]?(?:(?:\d+(?:_\d+)*)?\.?(?:\d+(?:_\d+)*)(?:e[+-]?\d+)?|\d+\.(?:e[+-]?\d+)?)$/i;
const NOT_FINITE = /^([+-]?)(?:(inf|infinity)|nan)$/i;

/** @throws PythonError as `int(value)` raises */
export function pythonInt(value: PythonInput): bigint {
  if (typeof value === "string") {
    const text = asciiDigits(value.trim());
    if (!DECIMAL.test(text)) throw new PythonError(`invalid literal for int() with base 10: ${repr(value)}`);
    return BigInt(text.replace(/[+_]/g, ""));
  }
  const element = onlyElement(value);
  if (typeof element === "bigint") return element;
  if (Number.isNaN(element)) throw new PythonError("cannot convert float NaN to integer");
  if (!Number.isFinite(element)) throw new PythonError("cannot convert float infinity to integer");
  return BigInt(Math.trunc(element));
}

/** @throws PythonError as `float(value)` raises */
export function pythonFloat(value: PythonInput): number {
  if (typeof value !== "string") return Number(onlyElement(value));
  const text = asciiDigits(value.trim());
  const [special, sign, infinite] = NOT_FINITE.exec(text) ?? [];
  if (special !== undefined) {
    if (!infinite) return Number.NaN;
    return sign === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (!FLOAT.test(text)) throw new PythonError(`could not convert string to float: ${repr(value)}`);
  return Number(text.replaceAll("_", ""));
}

/** Digits of any script as those of ASCII: each script's are ten in a row, from its zero on. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    let start = code;
    while (/^\p{Nd}/u.test(String.fromCodePoint(start - 1))) start--;
    return String((code - start) % 10);
  });
}

function onlyElement(array: NumpyArray): number | bigint {
  if (countOf(array) !== 1) throw new PythonError("only size-1 arrays can be converted to Python scalars");
  const element = elementsOf(array)[0]!;
  // A bool's byte may be any.
  return array.dtype === "bool" ? Math.min(Number(element), 1) : element;
}
