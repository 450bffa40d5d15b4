/** A draft to the value that is sent, or why it can't be sent. */

import type { InputValue } from "../../../client/index.ts";
import { sizeOf } from "../../../tensor/index.ts";
import { type CellFault, type NestedFault, readCell, readNested, readShape } from "../../../ui/index.ts";
import type { Draft } from "./draft.ts";
import { readHex } from "./hex.ts";
import { type FileFault, readFile } from "./read-file.ts";
import type { Unlike } from "./unlike.ts";

export type InputFault =
  | NestedFault
  | FileFault
  | { fault: "scalar"; cell: CellFault }
  | Unlike
  | { fault: "nameless" | "twice" | "hex"; about?: string }
  /** The method has an input of this name, and the instance has not. */
  | { fault: "missing"; about: string }
  /** What nobody foresaw: the error's own text. */
  | { fault: "thrown"; about: string };

type Library = typeof import("../../../client/index.ts");

/** @param names of the instance's inputs before this one */
export async function readInput(
  draft: Draft,
  names: readonly string[],
  library: Library,
): Promise<{ value: InputValue } | InputFault> {
  if (draft.name === "") return { fault: "nameless" };
  if (names.includes(draft.name)) return { fault: "twice", about: draft.name };
  const { file } = draft;
  if (file && !(file instanceof File)) return { fault: "fileGone", about: file.name };
  switch (draft.kind) {
    case "tensor":
      return file
        ? readFile(file, draft, (text) => readText({ ...draft, text }, library))
        : readText(draft, library);
    case "scalar": {
      const cell = readCell(draft.text, draft.dtype);
      if (!("value" in cell)) return { fault: "scalar", cell };
      const typed = library[draft.dtype] as (value: number | bigint | boolean) => InputValue;
      return { value: typed(cell.value) };
    }
    case "string":
      return { value: draft.text };
    case "bytes": {
      const value = file ?? readHex(draft.text);
      return value ? { value } : { fault: "hex" };
    }
  }
}

function readText(
  { text, dtype, shape }: Draft,
  { tensor }: Library,
): { value: InputValue } | NestedFault | { fault: "shape"; about: string } {
  const read = readNested(text, dtype);
  if ("fault" in read) return read;
  const wanted = readShape(shape);
  if (wanted === undefined) return { fault: "shape", about: shape };
  const dims = wanted === "none" ? read.shape : wanted;
  if (sizeOf(dims) !== read.elements.length) return { fault: "sizes", has: read.elements.length, shape };
  return { value: tensor(read.elements, dtype, dims) };
}
