/** Python's `repr()` and `str()` of what a function is given. */

import { type arrayFor, formatTensor } from "../../tensor/index.ts";
import { elementsOf } from "./numpy-elements.ts";
import type { NumpyArray, PythonInput } from "./python-value.ts";

const NAMED: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** What Python prints as it is: neither blanks other than the space, nor what has no shape of its own. */
const PRINTABLE = /^(?: |[^\p{Z}\p{C}])$/u;

/** `'abc'`, and `"it's"` where only single quotes are in it. */
export function repr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const content = Array.from(text, (character) => {
    if (character === quote) return `\\${character}`;
    return NAMED[character] ?? (PRINTABLE.test(character) ? character : escaped(character.codePointAt(0)!));
  });
  return `${quote}${content.join("")}${quote}`;
}

function escaped(code: number): string {
  const hex = (digits: number) => code.toString(16).padStart(digits, "0");
  if (code <= 0xff) return `\\x${hex(2)}`;
  return code <= 0xffff ? `\\u${hex(4)}` : `\\U${hex(8)}`;
}

/** `[1.  2.5]`: a text is itself, an array is what numpy prints, as long as one line or row is short. */
export function str(value: PythonInput): string {
  return typeof value === "string" ? value : arrayText(value);
}

function arrayText(array: NumpyArray): string {
  const { dtype, shape } = array;
  const elements = elementsOf(array);
  if (elements.length === 0) return "[]";
  const data = dtype === "float16" ? Float32Array.from(elements as ArrayLike<number>) : elements;
  const printed = formatTensor(dtype, data as InstanceType<ReturnType<typeof arrayFor>>, shape);
  // `array([[1., 2.], [3., 4.]], dtype=float32)`: rows go below each other, and blanks stand for the commas.
  return printed
    .replace(/^array\(|(?:, dtype=\w+)?\)$/g, "")
    .replace(/(\]*), (\[*)/g, (_, ends: string, begins: string) =>
      ends ? `${ends}${"\n".repeat(ends.length)}${" ".repeat(shape.length - ends.length)}${begins}` : " ",
    );
}
