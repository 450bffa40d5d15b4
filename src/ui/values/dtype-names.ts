/** The dtypes that a reader chooses from, the usual ones first. */

import type { DType } from "../../client/index.ts";

export const DTYPE_NAMES: readonly DType[] = [
  "float32",
  "float64",
  "float16",
  "int8",
  "int16",
  "int32",
  "int64",
  "uint8",
  "uint16",
  "uint32",
  "uint64",
  "bool",
];
