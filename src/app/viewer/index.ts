/** The elements that show outputs. */

import type { Part } from "../parts/later-part.ts";
import { BytesView } from "./bytes-view.ts";
import { OutputView } from "./output-view.ts";
import { TensorPicture } from "./tensor-picture.ts";
import { TensorTable } from "./tensor-table.ts";

export const VIEWER_ELEMENTS = {
  "app-bytes-view": BytesView,
  "app-output-view": OutputView,
  "app-tensor-picture": TensorPicture,
  "app-tensor-table": TensorTable,
};

/** Where outputs are shown beside the playground, which brings the words by itself. */
export const part: Part = {
  elements: VIEWER_ELEMENTS,
  words: {
    en: async () => (await import("../words/en/viewer.ts")).viewerEn,
    zh: async () => (await import("../words/zh/viewer.ts")).viewerZh,
  },
};
