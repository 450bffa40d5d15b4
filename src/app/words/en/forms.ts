/** What Add and the playground both say. */

import { methodEn, valuesEn } from "../../../ui/index.ts";
import { targetEn } from "./target.ts";

export const formsEn = {
  ...methodEn,
  ...valuesEn,
  ...targetEn,
  runningCall: "Running…",
  request: "Request",
  reply: "Reply",
  shapeOf: (input: string) => `shape of ${input}`,
  addInstance: "Add an instance",
  removeInstance: (n: number) => `Remove instance ${n}`,
};
