/** Photos from the device's camera. */

import type { Part } from "../../parts/later-part.ts";
import { CameraDialog } from "./camera-dialog.ts";

export const part: Part = {
  elements: {
    "app-camera-dialog": CameraDialog,
  },
  words: {
    en: async () => (await import("../../words/en/camera.ts")).cameraEn,
    zh: async () => (await import("../../words/zh/camera.ts")).cameraZh,
  },
};
