/** What app and elements say of photos and their labels, in Chinese. */

import type { PhotoWords } from "../en/photos.ts";

export const photosZh: PhotoWords = {
  photos: "图片",
  photoCount: (count) => `共 ${count} 张`,
  progress: (done, failed, all) =>
    [photosZh.photoCount(all), `完成 ${done} 张`, ...(failed > 0 ? [`失败 ${failed} 张`] : [])].join(" · "),
  photoDone: (name, label) => `${name}：${label}`,
  photoFailed: (name, text) => `${name} 失败：${text}`,
  retryPhoto: (name) => `重试：${name}`,
  retryFailed: (count) => `重试 ${count} 张`,
  remove: "移除",
  removePhoto: (name) => `移除 ${name}`,
  clear: "全部清除",
  scores: "标签和得分，从高到低",
  unsure: "不确定",
  lessThan: (figure) => `< ${figure}`,
  emptyAnswer: "响应是空的。",
  howLabels:
    "响应中没有名为 label 的输出，因此按原样显示。名为 label 的文本或整数会显示为标签，名为 score 的张量会显示为得分。",
  noPreview: "无法预览",
};
