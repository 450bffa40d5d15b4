/** Photos on the page Classify: the table of them, and one enlarged. */

import type { Part } from "../../parts/part.ts";
import { PhotoCard } from "./photo-card.ts";
import { PhotoDialog } from "./photo-dialog.ts";
import { PhotoGrid } from "./photo-grid.ts";

export const part: Part = {
  elements: {
    "app-photo-card": PhotoCard,
    "app-photo-dialog": PhotoDialog,
    "app-photo-grid": PhotoGrid,
  },
  words: {
    en: async () => (await import("../../words/en/photos.ts")).photosEn,
    zh: async () => (await import("../../words/zh/photos.ts")).photosZh,
  },
};
