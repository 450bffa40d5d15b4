/** The words of the first paint, in English. */

import { failuresEn, photosEn } from "../../../ui/index.ts";
import { classifyEn } from "./classify.ts";
import { connectionEn } from "./connection.ts";
import { shellEn } from "./shell.ts";

export const firstEn = { ...photosEn, ...failuresEn, ...shellEn, ...connectionEn, ...classifyEn };
