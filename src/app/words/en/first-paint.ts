/** The words of the first paint, in English. */

import { classifyEn } from "./classify.ts";
import { connectionEn } from "./connection.ts";
import { failureEn } from "./failures.ts";
import { shellEn } from "./shell.ts";

export const firstEn = { ...shellEn, ...connectionEn, ...classifyEn, ...failureEn };
