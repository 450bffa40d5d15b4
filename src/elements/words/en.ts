/** The elements' words in English. */

import { valuesEn } from "../../ui/words/values-en.ts";

const photos = (count: number) => (count === 1 ? "1 photo" : `${count} photos`);

export const en = {
  ...valuesEn,
  choose: (multiple: boolean): string => (multiple ? "Choose photos" : "Choose a photo"),
  drop: (multiple: boolean): string => (multiple ? "Drop photos here" : "Drop a photo here"),
  dropMore: "or choose, or paste with Ctrl+V",
  ask: (multiple: boolean): string => (multiple ? "What is on your photos?" : "What is on your photo?"),
  photos: "Photos",
  waiting: "Waiting",
  running: "Running",
  done: "Done",
  failed: "Failed",
  notRun: "Not run yet",
  progress: (done: number, failed: number, all: number) =>
    [photos(all), `${done} done`, ...(failed > 0 ? [`${failed} failed`] : [])].join(" · "),
  found: (file: string, label: string) => `${file}: ${label}`,
  lost: (file: string, text: string) => `${file} failed: ${text}`,
  retry: "Try again",
  retryPhoto: (file: string) => `Try again: ${file}`,
  retryFailed: (count: number) => `Try ${count} again`,
  remove: "Remove",
  removePhoto: (file: string) => `Remove ${file}`,
  clear: "Clear all",
  scores: "Labels and scores, best first",
  lessThan: (figure: string) => `< ${figure}`,
  noPreview: "no preview",
  callFailed: "The whole call failed; see the message above.",
  serverSilent: "The server gave no text.",
  todo: "What to do: ",
  run: "Run",
  kind: (name: string) => `Kind of ${name}`,
  dtype: (name: string) => `dtype of ${name}`,
  tensor: "tensor",
  scalar: "scalar",
  string: "text",
  bytes: "bytes",
  learning: "Asking the server for the method's inputs…",
  result: "Result",
  instance: (number: number) => `Instance ${number}`,
  given: (count: number) =>
    count === 1 ? "1 instance, given by the page" : `${count} instances, given by the page`,
  fix: (names: string) => `Not sent: see ${names}.`,
  fileMissing: "No file: choose one.",
};

export type Words = typeof en;
