/**
 * The page's own elements by name. They are defined by a call: the package's modules have no side effects. Those of
 * the first place are there at once, the other parts come as chunks of their own when somebody turns to them.
 */

import { AppShell } from "./app-shell.ts";
import { CameraDialog } from "./classify/camera-dialog.ts";
import { ClassifyPage } from "./classify/classify-page.ts";
import { DropTarget } from "./classify/drop-target.ts";
import { PhotoCard } from "./classify/photo-card.ts";
import { PhotoDialog } from "./classify/photo-dialog.ts";
import { PhotoGrid } from "./classify/photo-grid.ts";
import { PhotoIntake } from "./classify/photo-intake.ts";
import { QueueBar } from "./classify/queue-bar.ts";
import { SampleStrip } from "./classify/sample-strip.ts";
import { TableTools } from "./classify/table-tools.ts";
import { CodeDialog } from "./code/code-dialog.ts";
import { CodeView } from "./code/code-view.ts";
import { AppStatus } from "./connection/app-status.ts";
import { CopyLine } from "./look/copy-line.ts";
import { Toast } from "./look/toast.ts";
import { FailureBanner } from "./serving/failure-banner.ts";

const ELEMENTS = {
  "app-camera": CameraDialog,
  "app-classify": ClassifyPage,
  "app-code": CodeView,
  "app-code-dialog": CodeDialog,
  "app-copy": CopyLine,
  "app-drop": DropTarget,
  "app-failure": FailureBanner,
  "app-grid": PhotoGrid,
  "app-intake": PhotoIntake,
  "app-photo": PhotoCard,
  "app-photo-dialog": PhotoDialog,
  "app-progress": QueueBar,
  "app-samples": SampleStrip,
  "app-shell": AppShell,
  "app-status": AppStatus,
  "app-toast": Toast,
  "app-tools": TableTools,
};

export function defineElements(): void {
  for (const [name, element] of Object.entries(ELEMENTS)) customElements.define(name, element);
}
