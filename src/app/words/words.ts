/**
 * Every word of the app. English stands here, area by area, as `@lit/localize` messages; other languages have a
 * template for each message id (`zh-cn/`). The API's own terms (dtype, Servable, add_common2 …) are not translated.
 */

import { classifyWords } from "./classify.ts";
import { connectionWords } from "./connection.ts";
import { failureWords } from "./failures.ts";
import type { PartWords } from "./part-words.ts";
import { shellWords } from "./shell.ts";

export type Words = typeof shellWords &
  typeof connectionWords &
  typeof classifyWords &
  typeof failureWords &
  PartWords;

/** Those of parts that come later than the first paint are there when a part is: see `loadPart`. */
export const words = {} as Words;

/** Getters are kept as such: a word is looked up in the language that is shown when it is read. */
export function bringWords(...areas: readonly object[]): void {
  for (const area of areas) Object.defineProperties(words, Object.getOwnPropertyDescriptors(area));
}

bringWords(shellWords, connectionWords, classifyWords, failureWords);
