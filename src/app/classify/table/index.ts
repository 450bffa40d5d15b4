/** The page Classify with photos: all that is shown of them. */

import type { Part } from "../../parts/later-part.ts";
import { PhotoCard } from "../grid/photo-card.ts";
import { PhotoDialog } from "../grid/photo-dialog.ts";
import { PhotoGrid } from "../grid/photo-grid.ts";
import { QueueBar } from "../results/queue-bar.ts";
import { TableTools } from "../results/table-tools.ts";
import { GivenNotes } from "./given-notes.ts";
import { PhotoTable } from "./photo-table.ts";

export const part: Part = {
  elements: {
    "app-given-notes": GivenNotes,
    "app-photo-card": PhotoCard,
    "app-photo-dialog": PhotoDialog,
    "app-photo-grid": PhotoGrid,
    "app-photo-table": PhotoTable,
    "app-queue-bar": QueueBar,
    "app-table-tools": TableTools,
  },
  words: {
    en: async () => (await import("../../words/en/photos.ts")).photosEn,
    zh: async () => (await import("../../words/zh/photos.ts")).photosZh,
  },
};
