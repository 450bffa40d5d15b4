/** A field to the value that is sent. */

import type { InputValue, Scalar } from "../../client/index.ts";
import type { ClientLibrary } from "../library.ts";
import type { Field } from "./input-spec.ts";
import { type Nested, readNested, TextFault } from "./nested-text.ts";

/**
 * @throws TextFault for text that is no value; TypeError or RangeError of the library for one that does not fit its
 *   dtype or shape
 */
export function fieldValue({ spec, kind, dtype, text, file }: Field, library: ClientLibrary): InputValue {
  switch (kind) {
    case "string":
      return text;
    case "bytes":
      if (!file) throw new TextFault("fileMissing");
      return file;
    case "scalar":
      return new library.Scalar(dtype, single(readNested(text, dtype))) as Scalar;
    case "tensor": {
      const nested = readNested(text, dtype);
      // A single number is a tensor of one element; a scalar is a kind of its own.
      return library.tensor(Array.isArray(nested) ? nested : [nested], dtype, spec.shape);
    }
  }
}

function single(nested: Nested): number | bigint | boolean {
  if (Array.isArray(nested)) throw new TypeError("a scalar is one element: write one, without brackets");
  return nested;
}
