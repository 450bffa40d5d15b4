/** The words of all parts of the page that come later than its first paint, in English: a chunk of its own. */

import { valuesEn } from "../../../ui/words/values-en.ts";
import { addEn } from "./add.ts";
import { playgroundEn } from "./playground.ts";
import { settingsEn } from "./settings.ts";
import { viewerEn } from "./viewer.ts";

export const partsEn = { ...settingsEn, ...addEn, ...playgroundEn, ...valuesEn, ...viewerEn };
