/** Every word of the page in English; the shape of this object is the shape of all dictionaries. */

export const en = {
  // The bar
  skip: "Skip to the content",
  pages: "Pages",
  classify: "Classify",
  add: "Add",

  // The status in the bar
  status: "Server status",
  checking: "checking…",
  connected: "connected",
  workerDown: "worker down",
  unreachable: "proxy not reachable",
  offline: "offline",
  checkingMore: "Asking the proxy how it is.",
  connectedMore: "The proxy answers, and so does the Serving worker behind it.",
  workerDownMore:
    "The proxy runs, but the Serving worker behind it does not answer. Start Serving, or check the worker's address in the proxy's configuration.",
  unreachableMore:
    "Nothing answers at this page's address. Check that the proxy (Envoy, or `npm start`) runs.",
  offlineMore: "This device is offline. Connect it, then check again.",
  checkAgain: "Check again",

  // Classify
  classifyTitle: "Classify photos",
  classifyIntro: (method: string) => `Each photo goes to ${method} and comes back with five labels.`,
  demoNote: (model: string, release: string) =>
    `Demo (release ${release}): resnet50 runs ${model} weights (ImageNet-1k).`,
  choose: "Choose photos",
  samples: "Samples",
  credits: "photo credits",
  allSamples: (count: number) => `All ${count}`,
  trySample: (name: string) => `Classify the sample: ${name}`,
  emptyTable: "Drop photos here",
  emptyTableMore: "or choose them, paste them with Ctrl+V, or take a sample.",
  emptyTableTouch: "Choose photos",
  emptyTableTouchMore: "or take a sample above.",
  dropNow: "Let go to classify",
  photos: "Photos",
  waiting: "Waiting",
  running: "Running",
  done: "Done",
  failed: "Failed",
  progress: (done: number, failed: number, all: number) =>
    `${all} ${all === 1 ? "photo" : "photos"} · ${done} done${failed > 0 ? ` · ${failed} failed` : ""}`,
  photoFailed: (name: string, text: string) => `${name} failed: ${text}`,
  photoDone: (name: string, label: string) => `${name}: ${label}`,
  retry: "Try again",
  retryPhoto: (name: string) => `Try again: ${name}`,
  retryFailed: (count: number) => `Try ${count} again`,
  remove: "Remove",
  removePhoto: (name: string) => `Remove ${name}`,
  clear: "Clear all",
  scores: "Labels and scores, best first",
  lessThan: (figure: string) => `< ${figure}`,
  noPreview: "no preview",
  callFailed: "The whole call failed; see the message below.",

  // Failures that the page itself finds
  serverSilent: "The server gave no text.",
  emptyFile: "This file is empty (0 bytes).",
  emptyFileDo: "Choose one with a photo in it.",
  unreadableFile: "This can't be read: it is a folder, or it was changed or moved since it was chosen.",
  unreadableFileDo: "Choose the photo itself again.",
  tooLargeFile: (size: string) => `This file is ${size}, above Serving's limit of 100 MB for a request.`,
  tooLargeFileDo: "Choose a smaller copy.",
  noLabel: "The answer has no text named “label”.",
  noLabelDo: "Check that the servable's method returns label and score, as resnet50 does.",
  sampleMissing: (name: string) => `The sample “${name}” could not be loaded.`,
  sampleMissingDo: "Check that the server runs, then try again.",
  codeMissing: "A part of this page could not be loaded.",
  codeMissingDo: "Check that the server runs, then reload the page.",
  misuseDo: "Change the input as the text says.",
  whatToDo: (todo: string) => `What to do: ${todo}`,

  // Add
  addTitle: "Add matrices",
  addIntro:
    "The tutorial's three instances go in one call. Choose add_common2 to see a whole request fail, or int32 for one input of instance 2 to see one instance fail.",
  method: "Method",
  methodCommon: "float32 2×2 only",
  methodCast: "any dtype, cast to float32",
  methodMissing: "does not exist",
  instance: (n: number) => `Instance ${n}`,
  dtypeOf: (input: string) => `dtype of ${input}`,
  cell: (input: string, row: number, column: number) => `${input}, row ${row}, column ${column}`,
  run: "Run",
  runningCall: "Running…",
  reset: "Reset to the tutorial",
  result: "Result",
  notRun: "not run yet",
  asTypeScript: "The same in TypeScript",
  addDone: (done: number, all: number) => `${done} of ${all} instances done`,
  fixCells: (count: number) =>
    count === 1 ? "1 cell needs a fix; nothing was sent." : `${count} cells need a fix; nothing was sent.`,
  cellEmpty: "empty: give a number",
  cellNotNumber: (text: string) => `“${text}” is not a number`,
  cellNotWhole: (text: string, dtype: string) => `${text} is not a whole number, as ${dtype} needs`,
  cellNotBool: (text: string) => `“${text}” is not a bool: give true or false`,
  cellOutOfRange: (text: string, dtype: string, min: string, max: string) =>
    `${text} is out of range for ${dtype} (${min} to ${max})`,
};

export type Words = typeof en;
