/** All messages in Chinese by id, a chunk of its own. `${0}`, `${1}` … are the English message's values in order. */

import { addZh } from "./add.ts";
import { classifyZh } from "./classify.ts";
import { failureZh } from "./failures.ts";
import { shellZh } from "./shell.ts";

export const templates = { ...shellZh, ...classifyZh, ...failureZh, ...addZh };
