/** A faulty cell in the reader's language. */

import type { DType } from "../../client/index.ts";
import type { Words } from "../words/words.ts";
import type { CellFault } from "./cell.ts";

export function faultText(fault: CellFault, dtype: DType, words: Words): string {
  switch (fault.fault) {
    case "empty":
      return words.cellEmpty;
    case "notNumber":
      return words.cellNotNumber(fault.text);
    case "notWhole":
      return words.cellNotWhole(fault.text, dtype);
    case "notBool":
      return words.cellNotBool(fault.text);
    case "outOfRange":
      return words.cellOutOfRange(fault.text, dtype, fault.min, fault.max);
  }
}
