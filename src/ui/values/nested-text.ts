/** Elements as people write them, to those of a dtype. */

import type { DType } from "../../client/index.ts";
import { readCell } from "./cell.ts";
import type { FieldsFault } from "./fields.ts";
import { readFields } from "./text-fields.ts";

/** `dtype`: a printout tells another one than the reader chose. */
export type NestedFault = FieldsFault | { fault: "dtype"; printed: string };

interface Elements {
  elements: (number | bigint | boolean)[];
  shape: readonly number[];
}

export function readNested(written: string, dtype: DType): Elements | NestedFault {
  const read = readFields(written);
  if ("fault" in read) return read;
  const { texts, shape, printed, placeOf } = read;
  if (printed !== undefined && printed !== dtype) return { fault: "dtype", printed };
  const elements: Elements["elements"] = [];
  for (const [index, word] of texts.entries()) {
    const cell = readCell(word, dtype);
    if (!("value" in cell)) return { fault: "cell", index, place: placeOf(index), cell };
    elements.push(cell.value);
  }
  return { elements, shape };
}
