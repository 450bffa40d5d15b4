/** Whom a page calls, in Chinese. */

import type { targetEn } from "../en/target.ts";

export const targetZh: typeof targetEn = {
  servable: "Servable 名称",
  method: "方法",
  version: "版本号",
  namesFor: (field) => `${field}：已知名称`,
  nameEmpty: "请输入名称。",
  versionBad: "请输入 0 到 2^64 - 1 的整数。",
};
