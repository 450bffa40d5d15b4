/** The elements of "Use it in your code", with the custom element that its HTML is about. */

import { ServingClassifier } from "../../elements/index.ts";
import { CodeDialog } from "./code-dialog.ts";
import { CodeView } from "./code-view.ts";

export const ELEMENTS = {
  "app-code-view": CodeView,
  "app-code-dialog": CodeDialog,
  "serving-classifier": ServingClassifier,
};
