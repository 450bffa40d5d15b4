/** Values in numpy's form, a tensor over several lines. */

import type { OutputValue } from "../../client/index.ts";

/**
 * `y = array([[2., 2.],` and, under it, `           [2., 2.]], dtype=float32)`: an output by its name. Of bytes only
 * their number is shown.
 */
export function outputText(name: string, value: OutputValue): string {
  const start = `${name} = `;
  if (typeof value === "object" && "dtype" in value) return printout(String(value), start);
  return start + plainText(value);
}

function plainText(value: Exclude<OutputValue, { dtype: string }>): string {
  if (Array.isArray(value)) return `[${value.map(plainText).join(", ")}]`;
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/**
 * numpy's printout over several lines, from the one line that `Tensor.toString()` gives: rows stand under each other,
 * matrices are a blank line apart.
 * @param text such as `array([[1., 2.], [3., 4.]], dtype=float32)`
 * @param start what stands before it on the first line
 */
export function printout(text: string, start = ""): string {
  const head = /^array\((\[*)/.exec(text);
  if (!head) return start + text;
  const indent = (closed: number) => " ".repeat(start.length + "array(".length + head[1]!.length - closed);
  const broken = text.replace(/(\]+), (\.\.\., )?(?=\[)/g, (_, closing: string, dots?: string) => {
    const next = "\n".repeat(closing.length) + indent(closing.length);
    return `${closing},${next}${dots ? `...,${next}` : ""}`;
  });
  return start + broken;
}
