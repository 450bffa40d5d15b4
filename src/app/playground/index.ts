/** The playground. */

import type { Part } from "../parts/later-part.ts";
import { VIEWER_ELEMENTS } from "../viewer/index.ts";
import { FilePicture } from "./file-picture.ts";
import { InputEditor } from "./input-editor.ts";
import { InstanceEditor } from "./instance-editor.ts";
import { HistoryList } from "./kept/history-list.ts";
import { PlaygroundPage } from "./playground-page.ts";
import { ReplyView } from "./reply-view.ts";
import { TargetFields } from "./target-fields.ts";

export const part: Part = {
  elements: {
    "app-file-picture": FilePicture,
    "app-history-list": HistoryList,
    "app-input-editor": InputEditor,
    "app-instance-editor": InstanceEditor,
    "app-playground-page": PlaygroundPage,
    "app-reply-view": ReplyView,
    "app-target-fields": TargetFields,
    ...VIEWER_ELEMENTS,
  },
  words: {
    en: async () => (await import("../words/en/playground.ts")).playgroundEn,
    zh: async () => (await import("../words/zh/playground.ts")).playgroundZh,
  },
};
