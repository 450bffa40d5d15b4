/** What Add and the playground both say, in Chinese. */

import { methodZh, valuesZh } from "../../../ui/index.ts";
import type { formsEn } from "../en/forms.ts";
import { targetZh } from "./target.ts";

export const formsZh: typeof formsEn = {
  ...methodZh,
  ...valuesZh,
  ...targetZh,
  runningCall: "运行中…",
  request: "请求",
  reply: "响应",
  shapeOf: (input) => `${input} 的 shape`,
  addInstance: "添加实例",
  removeInstance: (n) => `删除实例 ${n}`,
};
