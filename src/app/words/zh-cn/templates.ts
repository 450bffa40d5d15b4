/**
 * The first paint's messages in Chinese by id, a chunk of its own. `${0}`, `${1}` … are the English message's values
 * in order.
 */

import { classifyZh } from "./classify.ts";
import { connectionZh } from "./connection.ts";
import { failureZh } from "./failures.ts";
import { shellZh } from "./shell.ts";

/** Takes those of later parts too, when they come. */
export const templates: Record<string, unknown> = {
  ...shellZh,
  ...connectionZh,
  ...classifyZh,
  ...failureZh,
};
