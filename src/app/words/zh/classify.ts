/** The page Classify before it has photos, in Chinese. */

import type { classifyEn } from "../en/classify.ts";

const demoModel = (model: string) => (model ? `：resnet50 运行的是 ${model} 权重（ImageNet-1k）` : "");

export const classifyZh: typeof classifyEn = {
  classifyTitle: "图片分类",
  classifyIntro: (method) => `每张图片发送给 ${method}，结果显示在图片下方。`,
  classifyIntroInput: (method, input) => `每张图片作为输入 ${input} 发送给 ${method}，结果显示在图片下方。`,
  inputsMissing: (method, input, missing) =>
    `${method} 需要的不只是图片：图片作为 ${input}，还缺少 ${missing}。请在设置中选择其他方法，或在试验台中调用。`,
  noPhoto: (method, inputs) =>
    `签名表明 ${method} 不接收图片，它的输入是 ${inputs}。请在设置中选择其他方法，或在试验台中调用。`,
  inputUnknown: (method, input, inputs) =>
    `${method} 没有输入 ${input}，它的输入是 ${inputs}：请在设置中修改“接收图片的输入”。`,
  toPlayground: "打开试验台",
  demoNote: (model, release) => `演示（版本 ${release}）${demoModel(model)}。`,
  realNote: (model, release) => `本机的 MindSpore Serving ${release}${demoModel(model)}。`,
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
  shrinkMore: (side) =>
    `图片在本机缩小到最长边 ${side} 像素（全景图则为短边 ${(side * 2) / 5} 像素），仅在能减少字节数时进行。多数模型看的像素更少。`,
  saved: (bytes) => `· 节省 ${bytes}`,
  folder: "文件夹",
  camera: "相机",
  paste: "粘贴",
};
