/** The elements' words in Chinese. */

import { callsZh, intakeZh, methodZh, photosZh, valuesZh } from "../../ui/index.ts";
import type { Words } from "./en.ts";

export const zh: Words = {
  ...photosZh,
  ...methodZh,
  ...valuesZh,
  ...callsZh,
  ...intakeZh,
  choose: () => "选择图片",
  drop: () => "把图片拖到这里",
  dropMore: "或选择图片，或按 Ctrl+V 粘贴",
  ask: () => "图片里是什么？",
  callFailed: "整个请求失败，原因见上方。",
  learning: "正在向服务器查询方法的输入…",
  given: (count) => `${count} 个实例，由页面给出`,
  fix: (names) => `未发送：请修改 ${names}。`,
  fileMissing: "请选择文件。",
  shapeUnlike: (has, expected) =>
    `这些值的 shape 是 ${has}，应为 ${expected}${expected.includes("?") ? "（? 为任意大小）" : ""}。`,
};
