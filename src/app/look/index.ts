/** The elements that all pages use. */

import { CopyLine } from "./copy-line.ts";
import { FailureBanner } from "./failure-banner.ts";
import { Toast } from "./toast.ts";

export const LOOK_ELEMENTS = {
  "app-copy-line": CopyLine,
  "app-failure-banner": FailureBanner,
  "app-toast": Toast,
};
