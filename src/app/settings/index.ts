/** The settings. */

import type { Part } from "../parts/later-part.ts";
import { MetadataEditor } from "../place/metadata-editor.ts";
import { SettingsDialog } from "./settings-dialog.ts";

export const part: Part = {
  elements: {
    "app-metadata-editor": MetadataEditor,
    "app-settings-dialog": SettingsDialog,
  },
  words: {
    en: async () => (await import("../words/en/settings.ts")).settingsEn,
    zh: async () => (await import("../words/zh/settings.ts")).settingsZh,
  },
};
