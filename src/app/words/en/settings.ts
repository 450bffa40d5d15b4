/** The settings, and what can be wrong with one. */

import { placeEn } from "./place.ts";
import { targetEn } from "./target.ts";

export const settingsEn = {
  ...placeEn,
  ...targetEn,
  settingsNote: "Kept in this browser only, and sent nowhere but in calls to the address.",
  lookGroup: "Look",
  languageSetting: "Language",
  theme: "Theme",
  themeSystem: "System",
  themeLight: "Light",
  themeDark: "Dark",
  connectionGroup: "Connection",
  addressNote: "Empty: where this page comes from. Another origin must be allowed there (--origin).",
  timeoutSeconds: "Timeout in seconds",
  metadata: "Metadata",
  metadataNote: "Headers of every call, such as authorization. Forgotten when this tab is closed.",
  classifyGroup: "Classify",
  photoInput: "Input for the photo",
  photoInputNote:
    "Empty: the input that the method's signature or the server names; image where there are several.",
  knownNames: (field: string) => `${field}: known names`,
  photoIsEnough: "A photo is enough",
  otherMethods: "Other methods",
  noPhotoMethod:
    "This method takes no photo, its signature says: choose another, or call it in the playground.",
  versionNote: "0 is the highest running one.",
  batchSize: "Instances in a call",
  concurrency: "Calls at a time",
  resetSettings: "Reset all settings",
  secondsBad: "Give seconds above 0, at most 86400.",
  countBad: (max: number) => `Give a whole number from 1 to ${max}.`,
};
