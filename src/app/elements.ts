/**
 * The page's own elements by name. They are defined by a call: the package's modules have no side effects. Those of
 * the first place are there at once, the other parts come as chunks of their own when somebody turns to them.
 */

import { nextTask } from "../ui/index.ts";
import { AppShell } from "./app-shell.ts";
import { ClassifyPage } from "./classify/classify-page.ts";
import { DropTarget } from "./classify/drop-target.ts";
import { PhotoIntake } from "./classify/photo-intake.ts";
import { SampleStrip } from "./classify/sample-strip.ts";
import { AppStatus } from "./connection/app-status.ts";
import { CopyLine } from "./look/copy-line.ts";
import { Toast } from "./look/toast.ts";
import { FailureBanner } from "./serving/failure-banner.ts";

const FRAME = {
  "app-shell": AppShell,
  "app-status": AppStatus,
};
const FIRST_PLACE = {
  "app-classify": ClassifyPage,
  "app-copy": CopyLine,
  "app-drop": DropTarget,
  "app-failure": FailureBanner,
  "app-intake": PhotoIntake,
  "app-samples": SampleStrip,
  "app-toast": Toast,
};

/** The frame at once, what stands in it a task later: together they would hold a slow phone up for long. */
export async function defineElements(): Promise<void> {
  define(FRAME);
  await nextTask();
  define(FIRST_PLACE);
}

function define(elements: Record<string, CustomElementConstructor>): void {
  for (const [name, element] of Object.entries(elements)) customElements.define(name, element);
}
