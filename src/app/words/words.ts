/**
 * Every word of the app, in the language that is shown. A language is a table of words (`en/`), and any other one has
 * the same type (`zh/`), so that a missing translation does not compile. The API's own terms (dtype, Servable,
 * add_common2 …) are not translated.
 */

import type { addEn } from "./en/add.ts";
import type { cameraEn } from "./en/camera.ts";
import type { codeEn } from "./en/code.ts";
import type { evaluateEn } from "./en/evaluate.ts";
import { firstEn } from "./en/first-paint.ts";
import type { inspectorEn } from "./en/inspector.ts";
import type { liveEn } from "./en/live.ts";
import type { loadEn } from "./en/load.ts";
import type { photosEn } from "./en/photos.ts";
import type { playgroundEn } from "./en/playground.ts";
import type { settingsEn } from "./en/settings.ts";

export type Words = typeof firstEn &
  typeof photosEn &
  typeof cameraEn &
  typeof codeEn &
  typeof addEn &
  typeof evaluateEn &
  typeof inspectorEn &
  typeof liveEn &
  typeof loadEn &
  typeof playgroundEn &
  typeof settingsEn;

/** Read anew at each render. Those of a part that comes later are there when its elements are. */
export const words = { ...firstEn } as Words;

/** Puts words in the place of those of another language. */
export function bringWords(table: Partial<Words>): void {
  Object.assign(words, table);
}
