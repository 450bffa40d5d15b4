/**
 * The page's own elements by name. They are defined by a call: the package's modules have no side effects. Those of
 * the first place are there at once, the other parts come as chunks of their own when somebody turns to them.
 */

import { nextTask } from "../ui/index.ts";
import { ClassifyPage } from "./classify/classify-page.ts";
import { DropTarget } from "./classify/intake/drop-target.ts";
import { PhotoIntake } from "./classify/intake/photo-intake.ts";
import { SampleStrip } from "./classify/intake/sample-strip.ts";
import { CopyLine } from "./look/copy-line.ts";
import { FailureBanner } from "./look/failure-banner.ts";
import { Toast } from "./look/toast.ts";
import { Shell } from "./shell/shell.ts";
import { Status } from "./status/status.ts";

const FRAME = {
  "app-shell": Shell,
  "app-status": Status,
};
const FIRST_PLACE = {
  "app-classify-page": ClassifyPage,
  "app-copy-line": CopyLine,
  "app-drop-target": DropTarget,
  "app-failure-banner": FailureBanner,
  "app-photo-intake": PhotoIntake,
  "app-sample-strip": SampleStrip,
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
