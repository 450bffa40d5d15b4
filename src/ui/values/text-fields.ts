/**
 * The one reader of pasted and typed values: a text to the texts of its elements and their shape. It knows nested
 * brackets (JSON, Python's lists, numpy's printout) and rows, one line each, as a spreadsheet copies them.
 */

import { bracketFields } from "./bracket-fields.ts";
import type { Fields, FieldsFault } from "./fields.ts";
import { halfWidth } from "./number-text.ts";
import { rowFields } from "./row-fields.ts";
import { readShape } from "./shape-text.ts";

/** What numpy prints around the elements; the shape where they do not tell it. */
const NUMPY =
  /^(?:np\.|numpy\.)?(?:array|asarray)\s*\(([\s\S]*?)(?:,\s*shape=(\([^)]*\)))?(?:,\s*dtype=([\w.'"<>|=]+))?\s*\)$/;

export function readFields(written: string): Fields | FieldsFault {
  const text = halfWidth(written.replace(/^\ufeff/, ""));
  if (text.trim() === "") return { fault: "noValues" };
  const [, inner = text, shape, printed] = NUMPY.exec(text.trim()) ?? [];
  const read = /[[\]()]/.test(inner) ? bracketFields(inner) : rowFields(inner);
  if ("fault" in read) return read;
  const told = shape === undefined ? read.shape : printedShape(shape, read.texts.length);
  if (!told) return { fault: "sizes", has: read.texts.length, shape: shape! };
  return { ...read, shape: told, printed: printed?.replace(/['"]|np\.|numpy\./g, "") };
}

/** numpy tells it of an array without elements: `array([], shape=(0, 3), dtype=float32)`. */
function printedShape(text: string, count: number): number[] | undefined {
  const shape = readShape(text);
  const fits = Array.isArray(shape) && shape.reduce((product, dim) => product * dim, 1) === count;
  return fits ? shape : undefined;
}
