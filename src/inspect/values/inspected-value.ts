/** What a message's tensor means: for people, and to be sent again. */

import type { Bytes, Tensor, TensorMessage, TextOrBytes } from "../../client/index.ts";
import { isBlob, Tensor as TensorClass } from "../../tensor/index.ts";
import { decodeOutputs } from "../../wire/index.ts";

/** A tensor, whatever its shape; a text; bytes, of a file as the file; or a list of those. */
export type InspectedValue = Tensor | TextOrBytes | Blob | (TextOrBytes | Blob)[];

/** An input or output as a value. One that breaks its own dtype or shape is given as the bytes that it has. */
export function inspectedValue(message: TensorMessage): InspectedValue {
  const { data, bytesVal, shape } = message;
  if (data && isBlob(data)) return data;
  if (bytesVal.some(isBlob)) return oneOrList(bytesVal as (Bytes | Blob)[]);
  try {
    // Of shape (), a tensor like others here.
    const isScalar = data !== undefined && (shape ?? []).length === 0;
    const value = decodeOutputs(new Map([["", isScalar ? { ...message, shape: [1] } : message]]))[""];
    if (!(value instanceof TensorClass)) return value as InspectedValue;
    return isScalar ? new TensorClass(value.dtype, value.data as never, []) : value;
  } catch {
    return (data as Bytes | undefined) ?? oneOrList(bytesVal as Bytes[]);
  }
}

function oneOrList<T>(values: T[]): T | T[] {
  return values.length === 1 ? values[0]! : values;
}
