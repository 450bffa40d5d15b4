/** The page Classify before it has photos. */

export const classifyEn = {
  classifyTitle: "Classify photos",
  classifyIntro: (method: string) => `Each photo goes to ${method} and comes back with five labels.`,
  demoNote: (model: string, release: string) =>
    `Demo (release ${release}): resnet50 runs ${model} weights (ImageNet-1k).`,
  realNote: (model: string, release: string) =>
    `MindSpore Serving ${release} on this machine: resnet50 runs ${model} weights (ImageNet-1k).`,
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
    `Photos are made smaller here, longest side ${side} px, and only if that saves bytes. The model looks at fewer pixels still.`,
  saved: (bytes: string) => `· saved ${bytes}`,
  folder: "Folder",
  camera: "Camera",
  paste: "Paste",
  pasted: "pasted",
  emptyFolder: "There are no pictures in this folder.",
  emptyClipboard: "There is no picture in the clipboard, or the browser was not allowed to read it.",
};
