/** Numbers as people write them, `[[1, 2], [3, 4]]` or `1 2 3`, to nested arrays. */

import type { DType } from "../../client/index.ts";
import { NUMBER, specialNumber } from "../number-text.ts";

export type Nested = number | bigint | boolean | Nested[];

/** Text that is no value; `word` names what is wrong with it, in the reader's language. */
export class TextFault extends Error {
  readonly word: "valueMissing" | "fileMissing" | "notNumber" | "notBool" | "brackets";
  readonly about: string;

  constructor(word: TextFault["word"], about = "") {
    super(`${word} ${about}`.trim());
    this.word = word;
    this.about = about;
  }
}

/**
 * Commas and blanks part elements; brackets nest; without any, several elements are a list and one stands alone.
 * Full-width digits, as Chinese input methods give them, are digits.
 *
 * @throws TextFault
 */
export function readNested(text: string, dtype: DType): Nested {
  const tokens =
    text
      .normalize("NFKC")
      .replaceAll("−", "-")
      .match(/[[\]()]|[^\s,;[\]()]+/g) ?? [];
  if (tokens.length === 0) throw new TextFault("valueMissing");
  let next = 0;
  const list = (close: string | undefined): Nested[] => {
    const items: Nested[] = [];
    for (;;) {
      const token = tokens[next++];
      if (token === close) return items;
      if (token === undefined || token === "]" || token === ")") throw new TextFault("brackets");
      if (token === "[" || token === "(") items.push(list(token === "[" ? "]" : ")"));
      else items.push(readElement(token, dtype));
    }
  };
  const items = list(undefined);
  return items.length === 1 ? items[0]! : items;
}

function readElement(text: string, dtype: DType): number | bigint | boolean {
  if (dtype === "bool") {
    if (/^(true|1)$/i.test(text)) return true;
    if (/^(false|0)$/i.test(text)) return false;
    throw new TextFault("notBool", text);
  }
  const special = specialNumber(text);
  if (special !== undefined) return special;
  if (!NUMBER.test(text)) throw new TextFault("notNumber", text);
  // Every digit counts: 9007199254740993 stays what it is.
  return dtype.endsWith("64") && dtype !== "float64" && /^[+-]?\d+$/.test(text)
    ? BigInt(text.replace("+", ""))
    : Number(text);
}
