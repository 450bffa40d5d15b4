/** The page Live. */

import { photosEn } from "../../../ui/index.ts";
import { cameraEn } from "./camera.ts";

export const liveEn = {
  ...photosEn,
  ...cameraEn,
  liveTitle: "What does the camera see?",
  liveIntro: (method: string) =>
    `Frames of a camera or a video go to ${method} while they play; only the newest counts. Nothing is stored.`,
  liveCamera: "Start the camera",
  liveFile: "Choose a video",
  liveStop: "Stop",
  liveNothing: "Nothing leaves this page before you start.",
  livePace: (perSecond: string, ms: string) => `${perSecond} answers a second · ${ms} ms each`,
  liveOver: "The video has ended.",
  liveNoVideo: "This browser can't play this file.",
  liveNoVideoDo: "Choose a video in a format that it plays, such as MP4 (H.264) or WebM.",
};
