/** The bar, and what all pages say, in Chinese. */

import type { shellEn } from "../en/shell.ts";

export const shellZh: typeof shellEn = {
  skip: "跳到正文",
  pages: "页面",
  morePages: "更多",
  classify: "分类",
  live: "实时",
  evaluate: "评估",
  load: "压测",
  add: "加法",
  playground: "试验台",
  inspector: "检查器",
  settings: "设置",
  newVersion: "本页面有新版本。",
  reload: "刷新",
  offlineNote: "当前没有联网：页面可以使用，调用 Serving 需要先恢复网络。",
  close: "关闭",
  copy: "复制",
  copied: "已复制",
  useInCode: "在代码中使用",
};
