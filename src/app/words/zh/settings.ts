/** The settings, and what can be wrong with one, in Chinese. */

import type { settingsEn } from "../en/settings.ts";
import { placeZh } from "./place.ts";
import { targetZh } from "./target.ts";

export const settingsZh: typeof settingsEn = {
  ...placeZh,
  ...targetZh,
  settingsNote: "只保存在这个浏览器中；除了发往所设地址的调用，不会发送到任何地方。",
  lookGroup: "外观",
  languageSetting: "语言",
  theme: "主题",
  themeSystem: "跟随系统",
  themeLight: "浅色",
  themeDark: "深色",
  connectionGroup: "连接",
  addressNote: "留空表示本页面的来源。其他来源需要代理允许（--origin）。",
  timeoutSeconds: "超时（秒）",
  metadata: "Metadata（请求头）",
  metadataNote: "每次调用都带上的请求头，例如 authorization。关闭标签页后即丢弃。",
  classifyGroup: "分类页面",
  photoInput: "接收图片的输入",
  photoInputNote: "留空：使用签名或服务器给出的输入；如有多个则为 image。",
  knownNames: (field) => `${field}：已知名称`,
  photoIsEnough: "只需要图片",
  otherMethods: "其他方法",
  noPhotoMethod: "签名表明此方法不接收图片：请选择其他方法，或在试验台中调用它。",
  versionNote: "0 表示正在运行的最高版本。",
  batchSize: "每次调用的实例数",
  concurrency: "同时进行的调用数",
  resetSettings: "恢复全部默认设置",
  secondsBad: "请输入大于 0、不超过 86400 的秒数。",
  countBad: (max) => `请输入 1 到 ${max} 的整数。`,
};
