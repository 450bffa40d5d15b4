/** All messages in Chinese by id, a chunk of its own. `${0}`, `${1}` … are the English message's values in order. */

import { addZh } from "./add.ts";
import { classifyZh } from "./classify.ts";
import { connectionZh } from "./connection.ts";
import { failureZh } from "./failures.ts";
import { playgroundZh } from "./playground.ts";
import { settingsZh } from "./settings.ts";
import { shellZh } from "./shell.ts";
import { viewerZh } from "./viewer.ts";

export const templates = {
  ...shellZh,
  ...connectionZh,
  ...settingsZh,
  ...classifyZh,
  ...failureZh,
  ...addZh,
  ...playgroundZh,
  ...viewerZh,
};
