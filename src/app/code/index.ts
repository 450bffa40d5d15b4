/** "Use it in your code", with the custom element that its HTML is about. */

import { ServingClassifier } from "../../elements/index.ts";
import type { Part } from "../parts/later-part.ts";
import { CodeDialog } from "./code-dialog.ts";
import { CodeView } from "./code-view.ts";

export const part: Part = {
  elements: {
    "serving-classifier": ServingClassifier,
    "app-code-dialog": CodeDialog,
    "app-code-view": CodeView,
  },
  words: {
    en: async () => (await import("../words/en/code.ts")).codeEn,
    zh: async () => (await import("../words/zh/code.ts")).codeZh,
  },
};
