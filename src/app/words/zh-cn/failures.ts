/** Failures that the page itself finds; `…Do` says what to do about each, in Chinese. */

import { str } from "@lit/localize";

export const failureZh = {
  serverSilent: "服务器没有给出错误信息。",
  emptyFile: "这个文件是空的（0 字节）。",
  emptyFileDo: "请选择有内容的图片。",
  unreadableFile: "无法读取：这是一个文件夹，或者选择之后被修改或移动过。",
  unreadableFileDo: "请重新选择图片文件。",
  tooLargeFile: str`文件大小为 ${0}，超过 Serving 单个请求 100 MB 的限制。`,
  tooLargeFileDo: "请选择较小的图片。",
  noLabel: "响应中没有名为“label”的文本。",
  noLabelDo: "请确认 Servable 的方法像 resnet50 一样返回 label 和 score。",
  sampleMissing: str`示例“${0}”加载失败。`,
  sampleMissingDo: "请确认服务器在运行，然后重试。",
  codeMissing: "页面的一部分加载失败。",
  codeMissingDo: "请确认服务器在运行，然后刷新页面。",
  misuseDo: "请按提示修改输入。",
  whatToDo: str`处理办法：${0}`,
};
