/**
 * Every word of the app. English stands here, area by area, as `@lit/localize` messages; other languages have a
 * template for each message id (`zh-cn/`). The API's own terms (dtype, Servable, add_common2 …) are not translated.
 */

import { addWords } from "./add.ts";
import { classifyWords } from "./classify.ts";
import { connectionWords } from "./connection.ts";
import { failureWords } from "./failures.ts";
import { playgroundWords } from "./playground.ts";
import { settingsWords } from "./settings.ts";
import { shellWords } from "./shell.ts";
import { viewerWords } from "./viewer.ts";

const AREAS = [
  shellWords,
  connectionWords,
  settingsWords,
  classifyWords,
  failureWords,
  addWords,
  playgroundWords,
  viewerWords,
] as const;

export type Words = typeof shellWords &
  typeof connectionWords &
  typeof settingsWords &
  typeof classifyWords &
  typeof failureWords &
  typeof addWords &
  typeof playgroundWords &
  typeof viewerWords;

/** Getters are kept as such: a word is looked up in the language that is shown when it is read. */
export const words = Object.defineProperties(
  {},
  Object.assign({}, ...AREAS.map(Object.getOwnPropertyDescriptors)),
) as Words;
