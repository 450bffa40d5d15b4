/** The words of all parts of the page that come later than its first paint, in Chinese: a chunk of its own. */

import { valuesZh } from "../../../ui/words/values-zh.ts";
import type { partsEn } from "../en/parts.ts";
import { addZh } from "./add.ts";
import { playgroundZh } from "./playground.ts";
import { settingsZh } from "./settings.ts";
import { viewerZh } from "./viewer.ts";

export const partsZh: typeof partsEn = { ...settingsZh, ...addZh, ...playgroundZh, ...valuesZh, ...viewerZh };
