/** The elements' words in English. */

import { callsEn, intakeEn, methodEn, photosEn, valuesEn } from "../../ui/index.ts";

export const en = {
  ...photosEn,
  ...methodEn,
  ...valuesEn,
  ...callsEn,
  ...intakeEn,
  choose: (multiple: boolean): string => (multiple ? "Choose photos" : "Choose a photo"),
  drop: (multiple: boolean): string => (multiple ? "Drop photos here" : "Drop a photo here"),
  dropMore: "or choose, or paste with Ctrl+V",
  ask: (multiple: boolean): string => (multiple ? "What is on your photos?" : "What is on your photo?"),
  callFailed: "The whole call failed; see the message above.",
  learning: "Asking the server for the method's inputs…",
  given: (count: number) =>
    count === 1 ? "1 instance, given by the page" : `${count} instances, given by the page`,
  fix: (names: string) => `Not sent: see ${names}.`,
  fileMissing: "No file: choose one.",
  shapeUnlike: (has: string, expected: string) =>
    `These values have the shape ${has}, where ${expected} is expected${expected.includes("?") ? "; ? is any size" : ""}.`,
};

export type Words = typeof en;
