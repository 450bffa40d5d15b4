/**
 * Every word of the app, in the language that is shown. A language is a table of words (`en/`), and any other one has
 * the same type (`zh/`), so that a missing translation does not compile. The API's own terms (dtype, Servable,
 * add_common2 …) are not translated.
 */

import { firstEn } from "./en/first-paint.ts";
import type { partsEn } from "./en/parts.ts";

export type Words = typeof firstEn & typeof partsEn;

/** Read anew at each render. Those of parts that come later than the first paint are there when a part is. */
export const words = { ...firstEn } as Words;

/** Puts words in the place of those of another language. */
export function bringWords(table: Partial<Words>): void {
  Object.assign(words, table);
}
