/** The elements of the page Classify that show photos; before the first one comes there is nothing to show. */

import { CameraDialog } from "./camera-dialog.ts";
import { PhotoCard } from "./photo-card.ts";
import { PhotoDialog } from "./photo-dialog.ts";
import { PhotoGrid } from "./photo-grid.ts";
import { QueueBar } from "./queue-bar.ts";
import { TableTools } from "./table-tools.ts";

export const ELEMENTS = {
  "app-camera": CameraDialog,
  "app-grid": PhotoGrid,
  "app-photo": PhotoCard,
  "app-photo-dialog": PhotoDialog,
  "app-progress": QueueBar,
  "app-tools": TableTools,
};
