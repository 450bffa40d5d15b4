/** Outputs in numpy's form. */

import type { OutputValue } from "../../client/index.ts";

/** `y = array([[2., 2.], …`, as numpy prints it: a matrix with its rows under each other. */
export function outputText(name: string, value: OutputValue): string {
  const start = `${name} = `;
  if (typeof value === "object" && "dtype" in value) {
    const indent = " ".repeat(start.length + "array([".length);
    return start + String(value).replaceAll("], [", `],\n${indent}[`);
  }
  return start + plain(value);
}

function plain(value: Exclude<OutputValue, { dtype: string }>): string {
  if (Array.isArray(value)) return `[${value.map(plain).join(", ")}]`;
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
