/** The page Add. */

import type { Part } from "../parts/later-part.ts";
import { AddPage } from "./add-page.ts";
import { InstanceRow } from "./instance-row.ts";
import { MatrixEditor } from "./matrix-editor.ts";

export const part: Part = {
  elements: {
    "app-add-page": AddPage,
    "app-instance-row": InstanceRow,
    "app-matrix-editor": MatrixEditor,
  },
  words: {
    en: async () => (await import("../words/en/add.ts")).addEn,
    zh: async () => (await import("../words/zh/add.ts")).addZh,
  },
};
