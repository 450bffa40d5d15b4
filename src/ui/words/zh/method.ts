/** Inputs of a method, and what it gives, in Chinese. */

import type { MethodWords } from "../en/method.ts";

export const methodZh: MethodWords = {
  kindOf: (input) => `${input} 的种类`,
  dtypeOf: (input) => `${input} 的 dtype`,
  kindTensor: "张量",
  kindScalar: "标量",
  kindString: "字符串",
  kindBytes: "字节",
  kindImage: "图片",
  instance: (number) => `实例 ${number}`,
  run: "运行",
  notRun: "尚未运行",
};
