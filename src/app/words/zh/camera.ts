/** The camera, and what can be in its way: `…Do` says what to do about each, in Chinese. */

import type { cameraEn } from "../en/camera.ts";

export const cameraZh: typeof cameraEn = {
  takePhoto: "拍照",
  switchCamera: "切换相机",
  photosTaken: (count) => `已拍 ${count} 张`,
  cameraApp: "使用系统相机",
  cameraInsecure: "这个页面不能使用相机：浏览器只在 HTTPS 和 localhost 上允许。",
  cameraInsecureDo: "请通过 HTTPS 打开页面，或使用系统相机。",
  cameraDenied: "浏览器未获准在这个页面使用相机。",
  cameraDeniedDo: "请在浏览器的网站设置中允许相机，然后重试。",
  cameraMissing: "这台设备没有相机。",
  cameraMissingDo: "请连接相机，或改为选择图片。",
  cameraBusy: "相机没有启动，可能正被其他程序使用。",
  cameraNoise:
    "此浏览器读出的图片像素是噪声（例如 Firefox 开启了 privacy.resistFingerprinting），在这里拍出的照片没有内容。",
  cameraNoiseDo: "请允许本站读取 canvas（地址栏中的图片图标），或用其他程序拍照后选择文件。",
  cameraBusyDo: "请关闭该程序，然后重试。",
};
