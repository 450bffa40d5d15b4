/** A field's text to the value that is sent, or why it can't be sent. */

import type { DType, InputValue } from "../../client/index.ts";
import type { ClientLibrary } from "../../library/index.ts";
import { formatShape } from "../../tensor/index.ts";
import {
  type CellFault,
  cellFaultText,
  type Language,
  type NestedFault,
  readCell,
  readNested,
  tensorFaultText,
  tooLongText,
} from "../../ui/index.ts";
import type { Words } from "../words/en.ts";
import type { Field } from "./input-spec.ts";

export type FieldFault =
  | NestedFault
  | { fault: "scalar"; cell: CellFault }
  | { fault: "shape"; has: string; expected: string }
  | { fault: "noFile" }
  | { fault: "tooLong"; has: number };

export function fieldValue(
  { spec, kind, dtype, text, file }: Field,
  library: ClientLibrary,
): { value: InputValue } | FieldFault {
  switch (kind) {
    case "string":
      return { value: text };
    case "bytes":
      return file ? { value: file } : { fault: "noFile" };
    case "scalar": {
      const cell = readCell(text, dtype);
      return "value" in cell
        ? { value: new library.Scalar(dtype, cell.value) as InputValue }
        : { fault: "scalar", cell };
    }
    case "tensor": {
      const read = readNested(text, dtype);
      if ("fault" in read) return read;
      const { elements } = read;
      const expected = spec.shape ?? read.shape;
      const shape = isWhole(expected) ? expected : read.shape;
      if (!isLike(shape, expected)) {
        return { fault: "shape", has: formatShape(shape), expected: formatShape(expected) };
      }
      if (shape.reduce((product, dim) => product * dim, 1) !== elements.length) {
        return { fault: "sizes", has: elements.length, shape: formatShape(shape) };
      }
      return { value: library.tensor(elements, dtype, shape) };
    }
  }
}

type Shape = readonly (number | null)[];

const isWhole = (shape: Shape): shape is readonly number[] => !shape.includes(null);

function isLike(shape: readonly number[], expected: Shape): boolean {
  return shape.length === expected.length && expected.every((dim, i) => dim === null || dim === shape[i]);
}

export function fieldFaultText(fault: FieldFault, dtype: DType, words: Words, language: Language): string {
  if (fault.fault === "tooLong") return tooLongText(fault.has, words, language);
  if (fault.fault === "noFile") return words.fileMissing;
  if (fault.fault === "shape") return words.shapeUnlike(fault.has, fault.expected);
  if (fault.fault === "scalar") return cellFaultText(fault.cell, dtype, words);
  return tensorFaultText(fault, dtype, words);
}
