/** A tensor's file to its values: .npy, a text of numbers, or raw values. */

import type { DType, InputValue } from "../../../client/index.ts";
import { DTYPES, sizeOf } from "../../../tensor/index.ts";
import { type NestedFault, readShape } from "../../../ui/index.ts";
import { type ForeignKind, fileKind, textOf } from "../../values/file-kind.ts";
import { isNpy, NPY_HEAD_BYTES, NpyError, type NpyFault, readNpy, readNpyHead } from "../../values/npy.ts";
import { tensorOfBytes } from "../../values/raw-elements.ts";
import type { Draft } from "./draft.ts";

export type FileFault =
  | { fault: "fileGone" | "fileEmpty" | "shape"; about: string }
  | { fault: "fileKind"; kind: ForeignKind; about: string }
  | { fault: "fileText"; why: NestedFault | { fault: "shape"; about: string } }
  | { fault: "fileLarge"; bytes: number }
  | { fault: "rawBytes"; bytes: number; itemSize: number }
  | { fault: "sizes"; has: number; shape: string }
  | { fault: NpyFault; about: string };

/** Larger texts would take many seconds to read, in which the page stands still. */
export const MAX_TEXT_BYTES = 16 * 2 ** 20;

/** @param readText reads what the file holds where that is text */
export async function readFile(
  file: File,
  { dtype, shape }: Draft,
  readText: (text: string) => { value: InputValue } | NestedFault | { fault: "shape"; about: string },
): Promise<{ value: InputValue } | FileFault> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { fault: "fileGone", about: file.name };
  }
  const { kind, about } = fileKind(bytes, file.name);
  switch (kind) {
    case "empty":
      return { fault: "fileEmpty", about: file.name };
    case "npy":
      return npyFaultOr(() => ({ value: readNpy(bytes) }));
    case "raw":
      return readRaw(bytes, dtype, shape);
    case "text": {
      if (bytes.length > MAX_TEXT_BYTES) return { fault: "fileLarge", bytes: bytes.length };
      const read = readText(textOf(bytes));
      return "value" in read ? read : { fault: "fileText", why: read };
    }
    default:
      return { fault: "fileKind", kind, about };
  }
}

function npyFaultOr<T>(read: () => T): T | { fault: NpyFault; about: string } {
  try {
    return read();
  } catch (error) {
    if (error instanceof NpyError) return { fault: error.fault, about: error.about };
    throw error;
  }
}

function readRaw(bytes: Uint8Array, dtype: DType, shape: string): { value: InputValue } | FileFault {
  const wanted = readShape(shape);
  if (wanted === undefined) return { fault: "shape", about: shape };
  const { itemSize } = DTYPES[dtype];
  if (bytes.length % itemSize !== 0) return { fault: "rawBytes", bytes: bytes.length, itemSize };
  const count = bytes.length / itemSize;
  if (wanted !== "none" && sizeOf(wanted) !== count) return { fault: "sizes", has: count, shape };
  return { value: tensorOfBytes(dtype, bytes, wanted === "none" ? [count] : wanted) };
}

/** What a .npy file says of itself. */
export interface NpyFacts {
  dtype: DType;
  shape: readonly number[];
}

/** Without its elements; `undefined` for other files and broken ones. */
export async function npyFacts(file: Blob): Promise<NpyFacts | undefined> {
  try {
    const head = new Uint8Array(await file.slice(0, NPY_HEAD_BYTES).arrayBuffer());
    return isNpy(head) ? readNpyHead(head) : undefined;
  } catch {
    // What is wrong is told when it is to be sent.
    return undefined;
  }
}
