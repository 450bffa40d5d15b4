/** The messages of later parts in Chinese by id. */

import { addZh } from "./add.ts";
import { playgroundZh } from "./playground.ts";
import { settingsZh } from "./settings.ts";
import { viewerZh } from "./viewer.ts";

export const partTemplates = { ...settingsZh, ...addZh, ...playgroundZh, ...viewerZh };
