/** The words of the first paint, in Chinese: a chunk of its own. */

import { callsZh } from "../../../ui/index.ts";
import type { firstEn } from "../en/first-paint.ts";
import { classifyZh } from "./classify.ts";
import { connectionZh } from "./connection.ts";
import { shellZh } from "./shell.ts";

export const firstZh: typeof firstEn = { ...callsZh, ...shellZh, ...connectionZh, ...classifyZh };
