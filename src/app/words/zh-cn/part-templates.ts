/** The messages of later parts in Chinese by id. */

import { addZh } from "./add.ts";
import { playgroundZh } from "./playground.ts";
import { settingsZh } from "./settings.ts";
import { templates } from "./templates.ts";
import { viewerZh } from "./viewer.ts";

Object.assign(templates, settingsZh, addZh, playgroundZh, viewerZh);
