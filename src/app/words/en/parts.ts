/** The words of all parts of the page that come later than its first paint, in English: a chunk of its own. */

import { methodEn, valuesEn } from "../../../ui/index.ts";
import { addEn } from "./add.ts";
import { cameraEn } from "./camera.ts";
import { playgroundEn } from "./playground.ts";
import { settingsEn } from "./settings.ts";
import { viewerEn } from "./viewer.ts";

export const partsEn = {
  ...methodEn,
  ...valuesEn,
  ...cameraEn,
  ...settingsEn,
  ...addEn,
  ...playgroundEn,
  ...viewerEn,
};
