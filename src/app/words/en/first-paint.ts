/** The words of the first paint. */

import { callsEn } from "../../../ui/index.ts";
import { classifyEn } from "./classify.ts";
import { connectionEn } from "./connection.ts";
import { shellEn } from "./shell.ts";

export const firstEn = { ...callsEn, ...shellEn, ...connectionEn, ...classifyEn };
