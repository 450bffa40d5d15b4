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

const SECTION =
  /^\s*(args|arguments|inputs|parameters|params|returns|outputs|yields|raises|examples?|notes?)\s*:\s*$/i;
const OF_INPUTS = /^\s*(args|arguments|inputs|parameters|params)\s*:\s*$/i;

/**
 * What a docstring says of each parameter: below `Args:`, as `image (bytes): A JPEG file.`, or as `:param image: …`.
 * @param names of the parameters
 */
export function parameterDocs(doc: string, names: readonly string[]): Map<string, string> {
  const docs = new Map<string, string>();
  let current: string | undefined;
  let indent: number | undefined;
  let isInside = false;
  for (const line of doc.split("\n")) {
    const [, name, text] = /^\s*:param\s+(?:\S+\s+)?([^\s:]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (SECTION.test(line)) [isInside, indent, current] = [OF_INPUTS.test(line), undefined, undefined];
    else if (name !== undefined) [current, isInside] = [name, false];
    if (name !== undefined && names.includes(name)) docs.set(name, text!.trim());
    if (!isInside || line.trim() === "" || SECTION.test(line)) continue;
    const depth = line.length - line.trimStart().length;
    indent ??= depth;
    const [, listed, said] = /^\s*\*{0,2}([^\s:(]+)\s*(?:\([^)]*\))?\s*:\s*(.*)$/.exec(line) ?? [];
    if (depth < indent) isInside = false;
    else if (depth === indent) {
      current = listed !== undefined && names.includes(listed) ? listed : undefined;
      if (current !== undefined) docs.set(current, said!.trim());
    } else if (current !== undefined) docs.set(current, `${docs.get(current)} ${line.trim()}`.trim());
  }
  return new Map([...docs].filter(([, text]) => text !== ""));
}
