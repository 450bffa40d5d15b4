/** The settings, and what can be wrong with one, in Chinese. */

import type { settingsEn } from "../en/settings.ts";
import { targetZh } from "./target.ts";

export const settingsZh: typeof settingsEn = {
  ...targetZh,
  settingsNote: "只保存在这个浏览器中；除了发往所设地址的调用，不会发送到任何地方。",
  lookGroup: "外观",
  languageSetting: "语言",
  theme: "主题",
  themeSystem: "跟随系统",
  themeLight: "浅色",
  themeDark: "深色",
  connectionGroup: "连接",
  address: "代理地址",
  addressNote: "留空表示本页面的来源。其他来源需要代理允许（--origin）。",
  timeoutSeconds: "超时（秒）",
  metadata: "Metadata（请求头）",
  metadataNote: "每次调用都带上的请求头，例如 authorization。关闭标签页后即丢弃。",
  headerName: (n) => `请求头 ${n} 的名称`,
  headerValue: (n) => `请求头 ${n} 的值`,
  removeHeader: (n) => `删除请求头 ${n}`,
  addHeader: "添加请求头",
  classifyGroup: "分类页面",
  photoInput: "接收图片的输入",
  photoInputNote: "留空：使用服务器给出的唯一输入；如有多个输入则为 image。",
  versionNote: "0 表示正在运行的最高版本。",
  batchSize: "每次调用的实例数",
  concurrency: "同时进行的调用数",
  resetSettings: "恢复全部默认设置",
  addressBad: "这不是代理的地址：请写成 http://localhost:8080 的形式。",
  addressExtra: "请去掉用户名、密码、查询参数和片段。",
  addressMixed: "本页面通过 https 打开，浏览器会拦截 http 调用：请使用 https 地址。",
  secondsBad: "请输入大于 0、不超过 86400 的秒数。",
  countBad: (max) => `请输入 1 到 ${max} 的整数。`,
  headerBad: "这不是合法的请求头：名称只能用字母、数字和 -，值只能是一行文字。",
  headerTwice: "已经有这个名称。",
};
