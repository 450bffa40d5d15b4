/** A docstring, as Python's help shows it. */

import type { Statement } from "./python/syntax.ts";

/** The text that stands first in a body, without its indentation; `undefined` where there is none. */
export function docstringOf(body: readonly Statement[]): string | undefined {
  const [first] = body;
  if (first?.kind !== "expression" || first.value.kind !== "text") return undefined;
  const [head, ...rest] = first.value.value.replaceAll("\t", "        ").split(/\r?\n/);
  const written = rest.filter((line) => line.trim() !== "");
  const indent = Math.min(...written.map((line) => line.length - line.trimStart().length));
  const text = [head!.trim(), ...rest.map((line) => line.slice(indent).trimEnd())].join("\n").trim();
  return text || undefined;
}
