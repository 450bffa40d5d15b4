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
  "app-instance-editor": InstanceEditor,
  "app-history-list": HistoryList,
  "app-input-editor": InputEditor,
  "app-playground-page": PlaygroundPage,
  "app-reply-view": ReplyView,
  "app-target-fields": TargetFields,
};
