/** The words of all parts of the page that come later than its first paint, in Chinese: a chunk of its own. */

import { methodZh, valuesZh } from "../../../ui/index.ts";
import type { partsEn } from "../en/parts.ts";
import { addZh } from "./add.ts";
import { cameraZh } from "./camera.ts";
import { playgroundZh } from "./playground.ts";
import { settingsZh } from "./settings.ts";
import { viewerZh } from "./viewer.ts";

export const partsZh: typeof partsEn = {
  ...methodZh,
  ...valuesZh,
  ...cameraZh,
  ...settingsZh,
  ...addZh,
  ...playgroundZh,
  ...viewerZh,
};
