/** A draft to the value that is sent, or why it can't be sent. */

import type { InputValue } from "../../client/index.ts";
import { DTYPES, sizeOf } from "../../tensor/index.ts";
import { type CellFault, type NestedFault, readCell, readNested, readShape } from "../../ui/index.ts";
import { isNpy, NpyError, type NpyFault, readNpy } from "../values/npy.ts";
import { tensorOfBytes } from "../values/raw-elements.ts";
import type { Draft } from "./draft.ts";
import { readHex } from "./hex.ts";

export type InputFault =
  | NestedFault
  | { fault: "scalar"; cell: CellFault }
  | { fault: "nameless" | "twice" | "shape" | "hex" | "fileGone"; about?: string }
  | { fault: "rawBytes"; bytes: number; itemSize: number }
  | { fault: NpyFault; about: string };

type Library = typeof import("../../client/index.ts");

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
      return file ? readFile(file, draft) : readText(draft, library);
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

function readText({ text, dtype, shape }: Draft, { tensor }: Library): { value: InputValue } | InputFault {
  const read = readNested(text, dtype);
  if ("fault" in read) return read;
  const wanted = readShape(shape);
  if (wanted === undefined) return { fault: "shape", about: shape };
  const dims = wanted === "none" ? read.shape : wanted;
  if (sizeOf(dims) !== read.elements.length) return { fault: "sizes", has: read.elements.length, shape };
  return { value: tensor(read.elements, dtype, dims) };
}

async function readFile(file: File, { dtype, shape }: Draft): Promise<{ value: InputValue } | InputFault> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { fault: "fileGone", about: file.name };
  }
  if (isNpy(bytes)) {
    try {
      return { value: readNpy(bytes) };
    } catch (error) {
      if (error instanceof NpyError) return { fault: error.fault, about: error.about };
      throw error;
    }
  }
  const wanted = readShape(shape);
  if (wanted === undefined) return { fault: "shape", about: shape };
  const { itemSize } = DTYPES[dtype];
  if (bytes.length % itemSize !== 0) return { fault: "rawBytes", bytes: bytes.length, itemSize };
  const count = bytes.length / itemSize;
  if (wanted !== "none" && sizeOf(wanted) !== count) return { fault: "sizes", has: count, shape };
  return { value: tensorOfBytes(dtype, bytes, wanted === "none" ? [count] : wanted) };
}
