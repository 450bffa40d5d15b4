/** The elements of the playground. */

import { ELEMENTS as VIEWER } from "../viewer/index.ts";
import { HistoryList } from "./history-list.ts";
import { InputEditor } from "./input-editor.ts";
import { InstanceEditor } from "./instance-editor.ts";
import { PlaygroundPage } from "./playground-page.ts";
import { ReplyView } from "./reply-view.ts";
import { TargetFields } from "./target-fields.ts";

export const ELEMENTS = {
  ...VIEWER,
  "app-draft": InstanceEditor,
  "app-history": HistoryList,
  "app-input": InputEditor,
  "app-playground": PlaygroundPage,
  "app-reply": ReplyView,
  "app-target": TargetFields,
};
