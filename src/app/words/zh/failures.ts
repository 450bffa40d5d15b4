/** Failures that the page itself finds; `…Do` says what to do about each, in Chinese. */

import type { failureEn } from "../en/failures.ts";

export const failureZh: typeof failureEn = {
  serverSilent: "服务器没有给出错误信息。",
  emptyFile: "这个文件是空的（0 字节）。",
  emptyFileDo: "请选择有内容的图片。",
  unreadableFile: "无法读取：这是一个文件夹，或者选择之后被修改或移动过。",
  unreadableFileDo: "请重新选择图片文件。",
  tooLargeFile: (size) => `文件大小为 ${size}，超过 Serving 单个请求 100 MB 的限制。`,
  tooLargeFileDo: "请选择较小的图片。",
  noLabel: "响应中没有名为“label”的文本。",
  noLabelDo: "请确认 Servable 的方法像 resnet50 一样返回 label 和 score。",
  sampleMissing: (name) => `示例“${name}”加载失败。`,
  sampleMissingDo: "请确认服务器在运行，然后重试。",
  codeMissing: "页面的一部分加载失败。",
  codeMissingDo: "请确认服务器在运行，然后刷新页面。",
  misuseDo: "请按提示修改输入。",
  cameraInsecure: "这个页面不能使用相机：浏览器只在 HTTPS 和 localhost 上允许。",
  cameraInsecureDo: "请通过 HTTPS 打开页面，或使用系统相机。",
  cameraDenied: "浏览器未获准在这个页面使用相机。",
  cameraDeniedDo: "请在浏览器的网站设置中允许相机，然后重新打开此窗口。",
  cameraMissing: "这台设备没有相机。",
  cameraMissingDo: "请连接相机，或改为选择图片。",
  cameraBusy: "相机没有启动，可能正被其他程序使用。",
  cameraBusyDo: "请关闭该程序，然后重新打开此窗口。",
  whatToDo: (todo) => `处理办法：${todo}`,
};
