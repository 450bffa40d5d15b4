/** How far all photos are, and what can be done with what was found. */

import type { Part } from "../../parts/part.ts";
import { QueueBar } from "./queue-bar.ts";
import { TableTools } from "./table-tools.ts";

export const part: Part = {
  elements: {
    "app-queue-bar": QueueBar,
    "app-table-tools": TableTools,
  },
  words: {
    en: async () => (await import("../../words/en/photos.ts")).photosEn,
    zh: async () => (await import("../../words/zh/photos.ts")).photosZh,
  },
};
