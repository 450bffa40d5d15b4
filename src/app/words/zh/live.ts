/** The page Live, in Chinese. */

import { photosZh } from "../../../ui/index.ts";
import type { liveEn } from "../en/live.ts";
import { cameraZh } from "./camera.ts";

export const liveZh: typeof liveEn = {
  ...photosZh,
  ...cameraZh,
  liveTitle: "镜头里是什么？",
  liveIntro: (method) => `相机或视频播放时，画面会发送给 ${method}；只有最新的一帧算数，不保存任何内容。`,
  liveCamera: "打开相机",
  liveFile: "选择视频",
  liveStop: "停止",
  liveNothing: "开始之前，没有任何内容离开此页面。",
  livePace: (perSecond, ms) => `每秒 ${perSecond} 个回答 · 每个 ${ms} 毫秒`,
  liveOver: "视频已结束。",
  liveNoVideo: "此浏览器无法播放这个文件。",
  liveNoVideoDo: "请选择它能播放的格式，例如 MP4（H.264）或 WebM。",
};
