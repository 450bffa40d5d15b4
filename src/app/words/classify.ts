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
  realNote: (model: string, release: string) =>
    msg(str`MindSpore Serving ${release} on this machine: resnet50 runs ${model} weights (ImageNet-1k).`, {
      id: "realNote",
    }),
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
      classifyWords.photoCount(all),
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
  get shrink() {
    return msg("Shrink before upload", { id: "shrink" });
  },
  shrinkMore: (side: number) =>
    msg(
      str`Photos are made smaller here, longest side ${side} px, and only if that saves bytes. The model looks at fewer pixels still.`,
      { id: "shrinkMore" },
    ),
  saved: (bytes: string) => msg(str`· saved ${bytes}`, { id: "saved" }),
  get folder() {
    return msg("Folder", { id: "folder" });
  },
  get camera() {
    return msg("Camera", { id: "camera" });
  },
  get paste() {
    return msg("Paste", { id: "paste" });
  },
  get pasted() {
    return msg("pasted", { id: "pasted" });
  },
  get emptyFolder() {
    return msg("There are no pictures in this folder.", { id: "emptyFolder" });
  },
  get emptyClipboard() {
    return msg("There is no picture in the clipboard, or the browser was not allowed to read it.", {
      id: "emptyClipboard",
    });
  },
  get takePhoto() {
    return msg("Take a photo", { id: "takePhoto" });
  },
  get switchCamera() {
    return msg("Other camera", { id: "switchCamera" });
  },
  photosTaken: (count: number) => msg(str`${count} taken`, { id: "photosTaken" }),
  get cameraApp() {
    return msg("Use the camera app", { id: "cameraApp" });
  },
  get useInCode() {
    return msg("Use it in your code", { id: "useInCode" });
  },
  get elementAtWork() {
    return msg("The element at work", { id: "elementAtWork" });
  },
  get elementsPage() {
    return msg("More of both elements", { id: "elementsPage" });
  },
  get codeLanguage() {
    return msg("Language of the code", { id: "codeLanguage" });
  },
  get copy() {
    return msg("Copy", { id: "copy" });
  },
  copyPhoto: (name: string) => msg(str`Copy the result of ${name}`, { id: "copyPhoto" }),
  get copied() {
    return msg("Copied", { id: "copied" });
  },
  get notCopied() {
    return msg("The browser did not allow copying.", { id: "notCopied" });
  },
  get close() {
    return msg("Close", { id: "close" });
  },
  enlarge: (name: string) => msg(str`Enlarge ${name}`, { id: "enlarge" }),
  placeOf: (place: number, all: number) => msg(str`${place} of ${all}`, { id: "placeOf" }),
  get previousPhoto() {
    return msg("Previous photo", { id: "previousPhoto" });
  },
  get nextPhoto() {
    return msg("Next photo", { id: "nextPhoto" });
  },
  get fileSize() {
    return msg("File", { id: "fileSize" });
  },
  get sentSize() {
    return msg("Sent", { id: "sentSize" });
  },
  get uploadTime() {
    return msg("Upload", { id: "uploadTime" });
  },
  get serverTime() {
    return msg("Server", { id: "serverTime" });
  },
  get totalTime() {
    return msg("Total", { id: "totalTime" });
  },
  callTogether: (count: number) =>
    msg(str`Times of the call, in which ${count} photos went together.`, { id: "callTogether" }),
  get preparing() {
    return msg("Preparing", { id: "preparing" });
  },
  uploading: (percent: number) => msg(str`Uploading ${percent} %`, { id: "uploading" }),
  get cancelled() {
    return msg("Cancelled", { id: "cancelled" });
  },
  countCancelled: (count: number) => msg(str`${count} cancelled`, { id: "countCancelled" }),
  rate: (figure: string) => msg(str`${figure} per second`, { id: "rate" }),
  timeLeft: (time: string) => msg(str`about ${time} left`, { id: "timeLeft" }),
  get paused() {
    return msg("paused", { id: "paused" });
  },
  get stopped() {
    return msg("stopped; see the message below", { id: "stopped" });
  },
  get waitsForConnection() {
    return msg("waiting for the connection; goes on by itself", { id: "waitsForConnection" });
  },
  get pause() {
    return msg("Pause", { id: "pause" });
  },
  get goOn() {
    return msg("Go on", { id: "goOn" });
  },
  get cancel() {
    return msg("Cancel", { id: "cancel" });
  },
  settledOf: (settled: number, all: number) => msg(str`${settled} of ${all} photos`, { id: "settledOf" }),
  get search() {
    return msg("Search labels and names", { id: "search" });
  },
  get show() {
    return msg("Show", { id: "show" });
  },
  get showAll() {
    return msg("All states", { id: "showAll" });
  },
  get showOpen() {
    return msg("In progress", { id: "showOpen" });
  },
  get showDone() {
    return msg("Done", { id: "showDone" });
  },
  get showFailed() {
    return msg("Failed or cancelled", { id: "showFailed" });
  },
  get group() {
    return msg("Group", { id: "group" });
  },
  get groupNone() {
    return msg("No groups", { id: "groupNone" });
  },
  get groupLabel() {
    return msg("By label", { id: "groupLabel" });
  },
  get groupState() {
    return msg("By state", { id: "groupState" });
  },
  get order() {
    return msg("Sort", { id: "order" });
  },
  get orderAdded() {
    return msg("As added", { id: "orderAdded" });
  },
  get orderName() {
    return msg("File name", { id: "orderName" });
  },
  get orderLabel() {
    return msg("Label", { id: "orderLabel" });
  },
  get orderScore() {
    return msg("Best score", { id: "orderScore" });
  },
  downloadAs: (kind: string) => msg(str`Download as ${kind}`, { id: "downloadAs" }),
  get withoutLabel() {
    return msg("Without a label yet", { id: "withoutLabel" });
  },
  get noMatch() {
    return msg("No photo matches.", { id: "noMatch" });
  },
  get showAllAgain() {
    return msg("Show all photos", { id: "showAllAgain" });
  },
  photoCount: (count: number) =>
    count === 1 ? msg("1 photo", { id: "onePhoto" }) : msg(str`${count} photos`, { id: "manyPhotos" }),
};
