/** The page Classify. */

import { msg, str } from "@lit/localize";

export const classifyWords = {
  get classifyTitle() {
    return msg("Classify photos", { id: "classifyTitle" });
  },
  classifyIntro: (method: string) =>
    msg(str`Each photo goes to ${method} and comes back with five labels.`, { id: "classifyIntro" }),
  demoNote: (model: string, release: string) =>
    msg(str`Demo (release ${release}): resnet50 runs ${model} weights (ImageNet-1k).`, { id: "demoNote" }),
  get choose() {
    return msg("Choose photos", { id: "choose" });
  },
  get samples() {
    return msg("Samples", { id: "samples" });
  },
  get credits() {
    return msg("photo credits", { id: "credits" });
  },
  allSamples: (count: number) => msg(str`All ${count}`, { id: "allSamples" }),
  trySample: (name: string) => msg(str`Classify the sample: ${name}`, { id: "trySample" }),
  get emptyTable() {
    return msg("Drop photos here", { id: "emptyTable" });
  },
  get emptyTableMore() {
    return msg("or choose them, paste them with Ctrl+V, or take a sample.", { id: "emptyTableMore" });
  },
  get emptyTableTouch() {
    return msg("Choose photos", { id: "emptyTableTouch" });
  },
  get emptyTableTouchMore() {
    return msg("or take a sample above.", { id: "emptyTableTouchMore" });
  },
  get dropNow() {
    return msg("Let go to classify", { id: "dropNow" });
  },
  get photos() {
    return msg("Photos", { id: "photos" });
  },
  get waiting() {
    return msg("Waiting", { id: "waiting" });
  },
  get running() {
    return msg("Running", { id: "running" });
  },
  get done() {
    return msg("Done", { id: "done" });
  },
  get failed() {
    return msg("Failed", { id: "failed" });
  },
  progress: (done: number, failed: number, all: number) =>
    [
      all === 1 ? msg("1 photo", { id: "onePhoto" }) : msg(str`${all} photos`, { id: "manyPhotos" }),
      msg(str`${done} done`, { id: "countDone" }),
      ...(failed > 0 ? [msg(str`${failed} failed`, { id: "countFailed" })] : []),
    ].join(" · "),
  photoFailed: (name: string, text: string) => msg(str`${name} failed: ${text}`, { id: "photoFailed" }),
  photoDone: (name: string, label: string) => msg(str`${name}: ${label}`, { id: "photoDone" }),
  get retry() {
    return msg("Try again", { id: "retry" });
  },
  retryPhoto: (name: string) => msg(str`Try again: ${name}`, { id: "retryPhoto" }),
  retryFailed: (count: number) => msg(str`Try ${count} again`, { id: "retryFailed" }),
  get remove() {
    return msg("Remove", { id: "remove" });
  },
  removePhoto: (name: string) => msg(str`Remove ${name}`, { id: "removePhoto" }),
  get clear() {
    return msg("Clear all", { id: "clear" });
  },
  get scores() {
    return msg("Labels and scores, best first", { id: "scores" });
  },
  lessThan: (figure: string) => msg(str`< ${figure}`, { id: "lessThan" }),
  get noPreview() {
    return msg("no preview", { id: "noPreview" });
  },
  get callFailed() {
    return msg("The whole call failed; see the message below.", { id: "callFailed" });
  },
};
