/** What is wrong with typed elements, in the reader's language. */

import type { DType } from "../../client/index.ts";
import { type Language, TAGS } from "../language/language.ts";
import { numberFormat } from "../language/number-format.ts";
import { MOST_TYPED } from "../page/large-paste.ts";
import type { ValueWords } from "../words/en/values.ts";
import type { CellFault } from "./cell.ts";
import type { Place } from "./fields.ts";
import type { NestedFault } from "./nested-text.ts";

export function cellFaultText(fault: CellFault, dtype: DType, words: ValueWords): string {
  switch (fault.fault) {
    case "empty":
      return words.cellEmpty;
    case "notNumber":
      return words.cellNotNumber(fault.text);
    case "decimalComma":
      return words.cellDecimalComma(fault.text);
    case "blank":
      return words.cellBlank(fault.text);
    case "notWhole":
      return words.cellNotWhole(fault.text, dtype);
    case "notBool":
      return words.cellNotBool(fault.text);
    case "outOfRange":
      return words.cellOutOfRange(fault.text, dtype, fault.min, fault.max);
  }
}

/** Of a tensor's text, with its place; `sizes` where there are more or fewer elements than the shape has. */
export function tensorFaultText(fault: NestedFault, dtype: DType, words: ValueWords): string {
  switch (fault.fault) {
    case "noValues":
      return words.faultNoValues;
    case "brackets":
      return words.faultBrackets;
    case "ragged":
      return words.faultRagged(fault.row, fault.has, fault.expected);
    case "cell":
      return elementText(fault.place, cellFaultText(fault.cell, dtype, words), words);
    case "dtype":
      return words.faultDtype(fault.printed, dtype);
    case "sizes":
      return words.faultSizes(fault.has, fault.shape);
  }
}

function elementText({ line, element }: Place, why: string, words: ValueWords): string {
  return line === undefined ? words.faultElement(element, why) : words.faultLine(line, element, why);
}

/** @param has characters of a text that was not taken */
export function tooLongText(has: number, words: ValueWords, language: Language): string {
  const figure = (count: number) => numberFormat(TAGS[language], {}).format(count);
  return words.faultTooLong(figure(has), figure(MOST_TYPED));
}
