/** The bar, and what the shell says about the page itself, in Chinese. */

import type { shellEn } from "../en/shell.ts";

export const shellZh: typeof shellEn = {
  skip: "跳到正文",
  pages: "页面",
  classify: "分类",
  add: "加法",
  playground: "试验台",
  settings: "设置",
  loadingPage: "加载中…",
  newVersion: "本页面有新版本。",
  reload: "刷新",
  offlineNote: "当前没有联网：页面可以使用，调用 Serving 需要先恢复网络。",
};
