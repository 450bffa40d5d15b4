/** Failures that the page itself finds; `…Do` says what to do about each. */

import { msg, str } from "@lit/localize";

export const failureWords = {
  get serverSilent() {
    return msg("The server gave no text.", { id: "serverSilent" });
  },
  get emptyFile() {
    return msg("This file is empty (0 bytes).", { id: "emptyFile" });
  },
  get emptyFileDo() {
    return msg("Choose one with a photo in it.", { id: "emptyFileDo" });
  },
  get unreadableFile() {
    return msg("This can't be read: it is a folder, or it was changed or moved since it was chosen.", {
      id: "unreadableFile",
    });
  },
  get unreadableFileDo() {
    return msg("Choose the photo itself again.", { id: "unreadableFileDo" });
  },
  tooLargeFile: (size: string) =>
    msg(str`This file is ${size}, above Serving's limit of 100 MB for a request.`, { id: "tooLargeFile" }),
  get tooLargeFileDo() {
    return msg("Choose a smaller copy.", { id: "tooLargeFileDo" });
  },
  get noLabel() {
    return msg("The answer has no text named “label”.", { id: "noLabel" });
  },
  get noLabelDo() {
    return msg("Check that the servable's method returns label and score, as resnet50 does.", {
      id: "noLabelDo",
    });
  },
  sampleMissing: (name: string) =>
    msg(str`The sample “${name}” could not be loaded.`, { id: "sampleMissing" }),
  get sampleMissingDo() {
    return msg("Check that the server runs, then try again.", { id: "sampleMissingDo" });
  },
  get codeMissing() {
    return msg("A part of this page could not be loaded.", { id: "codeMissing" });
  },
  get codeMissingDo() {
    return msg("Check that the server runs, then reload the page.", { id: "codeMissingDo" });
  },
  get misuseDo() {
    return msg("Change the input as the text says.", { id: "misuseDo" });
  },
  get cameraInsecure() {
    return msg("This page can't use the camera: browsers allow that over HTTPS and on localhost only.", {
      id: "cameraInsecure",
    });
  },
  get cameraInsecureDo() {
    return msg("Open the page over HTTPS, or use the camera app.", { id: "cameraInsecureDo" });
  },
  get cameraDenied() {
    return msg("The browser may not use the camera for this page.", { id: "cameraDenied" });
  },
  get cameraDeniedDo() {
    return msg("Allow the camera in the browser's settings of this site, then open this window again.", {
      id: "cameraDeniedDo",
    });
  },
  get cameraMissing() {
    return msg("There is no camera on this device.", { id: "cameraMissing" });
  },
  get cameraMissingDo() {
    return msg("Connect one, or choose photos instead.", { id: "cameraMissingDo" });
  },
  get cameraBusy() {
    return msg("The camera did not start; another program may be using it.", { id: "cameraBusy" });
  },
  get cameraBusyDo() {
    return msg("Close that program, then open this window again.", { id: "cameraBusyDo" });
  },
  whatToDo: (todo: string) => msg(str`What to do: ${todo}`, { id: "whatToDo" }),
};
