/** The page Classify as it is before there are photos. */

import { ClassifyPage } from "./classify-page.ts";
import { DropTarget } from "./intake/drop-target.ts";
import { PhotoIntake } from "./intake/photo-intake.ts";
import { SampleStrip } from "./intake/sample-strip.ts";

export const CLASSIFY_ELEMENTS = {
  "app-classify-page": ClassifyPage,
  "app-drop-target": DropTarget,
  "app-photo-intake": PhotoIntake,
  "app-sample-strip": SampleStrip,
};
