/**
 * Elements as people write them: nested brackets (JSON, Python's lists, numpy's printout) or rows of numbers, one
 * line each, as a spreadsheet copies them.
 */

import type { DType } from "../../client/index.ts";
import { type CellFault, readCell } from "./cell.ts";

export type NestedFault =
  | { fault: "noValues" }
  | { fault: "brackets" }
  | { fault: "ragged"; row: number; has: number; expected: number }
  | { fault: "cell"; index: number; cell: CellFault };

export type Elements = { elements: (number | bigint | boolean)[]; shape: number[] };

const TOKEN = /[[\]()]|[^\s,;，；[\]()]+/g;

/** What numpy prints around the elements. */
const NUMPY =
  /^\s*(?:np\.|numpy\.)?(?:array|asarray)\s*\(([\s\S]*?)(?:,\s*shape=\([^)]*\))?(?:,\s*dtype=[\w.'"]+)?\s*\)\s*$/;

export function readNested(written: string, dtype: DType): Elements | NestedFault {
  const text = (NUMPY.exec(written)?.[1] ?? written).trim();
  if (text === "") return { fault: "noValues" };
  return /[[(]/.test(text) ? readBrackets(text, dtype) : readRows(text, dtype);
}

function readBrackets(text: string, dtype: DType): Elements | NestedFault {
  const tokens = text.match(TOKEN) ?? [];
  const words: string[] = [];
  const shape: number[] = [];
  const counts: number[] = [];
  let closed = false;
  let rows = 0;
  /** Brackets around the numbers: as many around each. */
  let depth: number | undefined;
  for (const token of tokens) {
    if (closed) return { fault: "brackets" };
    if (token === "[" || token === "(") {
      if (counts.length > 0) counts[counts.length - 1]!++;
      counts.push(0);
    } else if (token === "]" || token === ")") {
      const has = counts.pop();
      if (has === undefined) return { fault: "brackets" };
      const dim = counts.length;
      rows++;
      shape[dim] ??= has;
      if (shape[dim] !== has) return { fault: "ragged", row: rows, has, expected: shape[dim] };
      closed = dim === 0;
    } else {
      depth ??= counts.length;
      if (counts.length === 0 || counts.length !== depth) return { fault: "brackets" };
      counts[counts.length - 1]!++;
      words.push(token);
    }
  }
  if (!closed || (depth !== undefined && depth !== shape.length)) return { fault: "brackets" };
  return readElements(words, shape, dtype);
}

function readRows(text: string, dtype: DType): Elements | NestedFault {
  const rows = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => line.match(TOKEN) ?? []);
  const expected = rows[0]!.length;
  const odd = rows.findIndex((row) => row.length !== expected);
  if (odd >= 0) return { fault: "ragged", row: odd + 1, has: rows[odd]!.length, expected };
  return readElements(rows.flat(), rows.length === 1 ? [expected] : [rows.length, expected], dtype);
}

function readElements(words: readonly string[], shape: number[], dtype: DType): Elements | NestedFault {
  const elements: Elements["elements"] = [];
  for (const [index, word] of words.entries()) {
    const cell = readCell(word, dtype);
    if (!("value" in cell)) return { fault: "cell", index, cell };
    elements.push(cell.value);
  }
  return { elements, shape };
}

/** `2, 3` or `(2, 3)` to dimensions; empty is none given, `()` the scalar's; `undefined` when it is no shape. */
export function readShape(written: string): number[] | "none" | undefined {
  const text = written.normalize("NFKC").trim();
  if (text === "") return "none";
  const inner = text.replace(/^[[(]\s*/, "").replace(/\s*,?\s*[\])]$/, "");
  if (inner === "") return [];
  const dims = inner.split(/\s*[,x×\s]\s*/);
  return dims.every((dim) => /^\d{1,10}$/.test(dim)) ? dims.map(Number) : undefined;
}
