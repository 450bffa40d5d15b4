/** The page Classify before it has photos, in Chinese. */

import type { classifyEn } from "../en/classify.ts";

export const classifyZh: typeof classifyEn = {
  classifyTitle: "图片分类",
  classifyIntro: (method) => `每张图片发送给 ${method}，返回最可能的五个标签。`,
  demoNote: (model, release) => `演示（版本 ${release}）：resnet50 运行的是 ${model} 权重（ImageNet-1k）。`,
  realNote: (model, release) =>
    `本机的 MindSpore Serving ${release}：resnet50 运行的是 ${model} 权重（ImageNet-1k）。`,
  choose: "选择图片",
  samples: "示例",
  credits: "图片来源",
  allSamples: (count) => `全部 ${count} 张`,
  trySample: (name) => `对示例图片分类：${name}`,
  emptyTable: "把图片拖到这里",
  emptyTableMore: "也可以选择图片、按 Ctrl+V 粘贴，或使用示例。",
  emptyTableTouch: "选择图片",
  emptyTableTouchMore: "也可以使用上面的示例。",
  dropNow: "松开即可分类",
  shrink: "上传前缩小",
  shrinkMore: (side) => `图片在本机缩小到最长边 ${side} 像素，仅在能减少字节数时进行。模型看的像素更少。`,
  saved: (bytes) => `· 节省 ${bytes}`,
  folder: "文件夹",
  camera: "相机",
  paste: "粘贴",
  pasted: "粘贴的图片",
  emptyFolder: "这个文件夹中没有图片。",
  emptyClipboard: "剪贴板中没有图片，或浏览器未获准读取。",
};
