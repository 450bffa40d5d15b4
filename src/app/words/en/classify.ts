/** The page Classify before it has photos. */

/** @param model empty where another servable is called */
const demoModel = (model: string) => (model ? `: resnet50 runs ${model} weights (ImageNet-1k)` : "");

export const classifyEn = {
  classifyTitle: "Classify photos",
  classifyIntro: (method: string) => `Each photo goes to ${method}; the answer stands below it.`,
  classifyIntroInput: (method: string, input: string) =>
    `Each photo goes to ${method} as its input ${input}; the answer stands below it.`,
  inputsMissing: (method: string, input: string, missing: string) =>
    `${method} takes more than a photo: the photo goes to ${input}, and ${missing} is missing. Choose another method in the settings, or call this one in the playground.`,
  noPhoto: (method: string, inputs: string) =>
    `${method} takes no photo, its signature says, but ${inputs}. Choose another method in the settings, or call this one in the playground.`,
  inputUnknown: (method: string, input: string, inputs: string) =>
    `${method} has no input ${input}, but ${inputs}: change “Input for the photo” in the settings.`,
  toPlayground: "Open the playground",
  demoNote: (model: string, release: string) => `Demo (release ${release})${demoModel(model)}.`,
  realNote: (model: string, release: string) =>
    `MindSpore Serving ${release} on this machine${demoModel(model)}.`,
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
  shrink: "Shrink before upload",
  shrinkMore: (side: number) =>
    `Photos are made smaller here, if that saves bytes: longest side ${side} px, of a panorama the short side ${(side * 2) / 5} px. Most models look at fewer pixels still.`,
  saved: (bytes: string) => `· saved ${bytes}`,
  folder: "Folder",
  camera: "Camera",
  paste: "Paste",
};
