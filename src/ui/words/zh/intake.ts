/** What app and elements say of files and addresses that were given to them, in Chinese. */

import type { IntakeWords } from "../en/intake.ts";

export const intakeZh: IntakeWords = {
  leftOutOne: (name) => `${name} 不是图片，已略过。`,
  leftOut: (count) => `${count} 个文件不是图片，已略过。`,
  andMore: (names, more) => `${names}，还有 ${more} 个`,
  emptyFolder: "这个文件夹中没有图片。",
  emptyDrop: "拖入的内容中没有图片。",
  emptyClipboard: "剪贴板中没有图片，或浏览器未获准读取。",
  fetchingFrom: (host) => `正在从 ${host} 获取图片…`,
  fetching: (settled, all) => `正在获取图片：${settled} / ${all}`,
  stopFetching: "停止获取",
  ofPictures: (text, count) => `${text}（${count} 张图片）`,
  dismiss: "知道了",
  pastedAt: (time) => `粘贴的图片 ${time}`,
};
