/** The playground. */

import type { Part } from "../parts/later-part.ts";
import { VIEWER_ELEMENTS } from "../viewer/index.ts";
import { FilePicture } from "./file-picture.ts";
import { InputEditor } from "./input-editor.ts";
import { InstanceEditor } from "./instance-editor.ts";
import { HistoryList } from "./kept/history-list.ts";
import { ImportView } from "./kept/import-view.ts";
import { SavedList } from "./kept/saved-list.ts";
import { PlaygroundPage } from "./playground-page.ts";
import { ReplyView } from "./reply-view.ts";
import { RequestForm } from "./request-form.ts";
import { SaveDialog } from "./share/save-dialog.ts";
import { ShareDialog } from "./share/share-dialog.ts";
import { TargetFields } from "./target-fields.ts";

export const part: Part = {
  elements: {
    "app-file-picture": FilePicture,
    "app-history-list": HistoryList,
    "app-import-view": ImportView,
    "app-input-editor": InputEditor,
    "app-instance-editor": InstanceEditor,
    "app-playground-page": PlaygroundPage,
    "app-reply-view": ReplyView,
    "app-request-form": RequestForm,
    "app-save-dialog": SaveDialog,
    "app-saved-list": SavedList,
    "app-share-dialog": ShareDialog,
    "app-target-fields": TargetFields,
    ...VIEWER_ELEMENTS,
  },
  words: {
    en: async () => (await import("../words/en/playground.ts")).playgroundEn,
    zh: async () => (await import("../words/zh/playground.ts")).playgroundZh,
  },
};
