/** The elements of the page Classify that show photos; before the first one comes there is nothing to show. */

import { CameraDialog } from "../camera/camera-dialog.ts";
import { QueueBar } from "../results/queue-bar.ts";
import { TableTools } from "../results/table-tools.ts";
import { PhotoCard } from "./photo-card.ts";
import { PhotoDialog } from "./photo-dialog.ts";
import { PhotoGrid } from "./photo-grid.ts";

export const ELEMENTS = {
  "app-camera-dialog": CameraDialog,
  "app-photo-grid": PhotoGrid,
  "app-photo-card": PhotoCard,
  "app-photo-dialog": PhotoDialog,
  "app-queue-bar": QueueBar,
  "app-table-tools": TableTools,
};
