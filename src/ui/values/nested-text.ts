/**
 * Elements as people write them: nested brackets (JSON, Python's lists, numpy's printout) or rows of numbers, one
 * line each, as a spreadsheet copies them.
 */

import type { DType } from "../../client/index.ts";
import { type CellFault, readCell } from "./cell.ts";
import { halfWidth } from "./number-text.ts";

export type NestedFault =
  | { fault: "noValues" }
  | { fault: "brackets" }
  | { fault: "ragged"; row: number; has: number; expected: number }
  | { fault: "cell"; index: number; cell: CellFault };

type Elements = { elements: (number | bigint | boolean)[]; shape: number[] };

/** What numpy prints around the elements; the shape where they do not tell it. */
const NUMPY =
  /^(?:np\.|numpy\.)?(?:array|asarray)\s*\(([\s\S]*?)(?:,\s*shape=(\([^)]*\)))?(?:,\s*dtype=[\w.'"]+)?\s*\)$/;

export function readNested(written: string, dtype: DType): Elements | NestedFault {
  const text = halfWidth(written).trim();
  const [, inner = text, printedShape] = NUMPY.exec(text) ?? [];
  const elements = inner.trim();
  if (elements === "") return { fault: "noValues" };
  const read = /[[\]()]/.test(elements) ? readBrackets(elements, dtype) : readRows(elements, dtype);
  const shape = printedShape === undefined ? undefined : readShape(printedShape);
  // numpy tells it of an array without elements: `array([], shape=(0, 3), dtype=float32)`.
  if ("elements" in read && read.elements.length === 0 && Array.isArray(shape)) return { ...read, shape };
  return read;
}

const CLOSING: Readonly<Record<string, string>> = { "[": "]", "(": ")" };

/** Elements are parted by commas or blanks; an element between two commas must be there. */
function readBrackets(text: string, dtype: DType): Elements | NestedFault {
  const words: string[] = [];
  const shape: number[] = [];
  const open: { closing: string; count: number }[] = [];
  let closed = false;
  let rows = 0;
  /** Brackets around the numbers: as many around each. */
  let depth: number | undefined;
  /** Whether an element must come: at the beginning, and behind a comma. */
  let due = true;
  for (const token of text.match(/[[\](),]|[^\s,[\]()]+/g) ?? []) {
    if (closed) return { fault: "brackets" };
    const list = open.at(-1);
    if (token === ",") {
      if (!list) return { fault: "brackets" };
      if (due) return { fault: "cell", index: words.length, cell: { fault: "empty" } };
      due = true;
    } else if (token in CLOSING) {
      if (list) list.count++;
      open.push({ closing: CLOSING[token]!, count: 0 });
      due = true;
    } else if (token === "]" || token === ")") {
      if (list?.closing !== token) return { fault: "brackets" };
      open.pop();
      const dim = open.length;
      rows++;
      shape[dim] ??= list.count;
      if (shape[dim] !== list.count) {
        return { fault: "ragged", row: rows, has: list.count, expected: shape[dim] };
      }
      closed = dim === 0;
      due = false;
    } else {
      depth ??= open.length;
      if (!list || open.length !== depth) return { fault: "brackets" };
      list.count++;
      words.push(token);
      due = false;
    }
  }
  if (!closed || (depth !== undefined && depth !== shape.length)) return { fault: "brackets" };
  return readElements(words, shape, dtype);
}

/** The one separator in all of a text: tabs as spreadsheets copy them, else `;`, else commas, else blanks. */
export function separatorOf(text: string): string | RegExp {
  return ["\t", ";", ","].find((one) => text.includes(one)) ?? /\s+/;
}

function readRows(text: string, dtype: DType): Elements | NestedFault {
  const separator = separatorOf(text);
  const rows = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => (separator === "\t" ? line : line.trim()).split(separator));
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

/** `2, 3` or `(2, 3)` to dimensions; empty is none given, `()` the scalar's; `undefined` when it isn't a shape. */
export function readShape(written: string): number[] | "none" | undefined {
  const text = halfWidth(written).trim();
  if (text === "") return "none";
  const inner = text.replace(/^[[(]\s*/, "").replace(/\s*,?\s*[\])]$/, "");
  if (inner === "") return [];
  const dims = inner.split(/\s*[,x×\s]\s*/);
  return dims.every((dim) => /^\d{1,10}$/.test(dim)) ? dims.map(Number) : undefined;
}
