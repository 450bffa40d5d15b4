/** The elements of the settings. */

import { MetadataEditor } from "./metadata-editor.ts";
import { SettingsDialog } from "./settings-dialog.ts";

export const ELEMENTS = { "app-metadata-editor": MetadataEditor, "app-settings-dialog": SettingsDialog };
