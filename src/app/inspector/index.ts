/** The page Inspector. */

import type { Part } from "../parts/later-part.ts";
import { VIEWER_ELEMENTS } from "../viewer/index.ts";
import { BlobView } from "./blob-view.ts";
import { CallBytes } from "./call-bytes.ts";
import { CallCopy } from "./call-copy.ts";
import { CallDetail } from "./call-detail.ts";
import { CallMessage } from "./call-message.ts";
import { InspectorPage } from "./inspector-page.ts";

export const part: Part = {
  elements: {
    "app-blob-view": BlobView,
    "app-call-bytes": CallBytes,
    "app-call-copy": CallCopy,
    "app-call-detail": CallDetail,
    "app-call-message": CallMessage,
    "app-inspector-page": InspectorPage,
    ...VIEWER_ELEMENTS,
  },
  words: {
    en: async () => (await import("../words/en/inspector.ts")).inspectorEn,
    zh: async () => (await import("../words/zh/inspector.ts")).inspectorZh,
  },
};
