/** The playground: what is sent, and what can be wrong with it. */

import { filesEn } from "./files.ts";
import { formsEn } from "./forms.ts";
import { keptEn } from "./kept.ts";
import { viewerEn } from "./viewer.ts";

export const playgroundEn = {
  ...filesEn,
  ...formsEn,
  ...keptEn,
  ...viewerEn,
  playgroundTitle: "Playground",
  playgroundIntro: "Any servable and method: build the instances, run, look at what comes back.",
  askInputs: "Load inputs",
  example: "Example",
  exampleNumber: (n: number) => `Example ${n}`,
  exampleTaken: "Example filled in",
  chooseImage: "Choose a picture",
  sendAnyway: "Send anyway",
  asForm: "Form",
  asJson: "JSON",
  jsonLabel: "Instances as JSON",
  jsonNote:
    'As in Serving\'s RESTful service: numbers and lists are float32; {"value", "type", "shape"} says more, {"b64"} is bytes.',
  inputName: (n: number) => `Name of input ${n}`,
  valuesOf: (input: string) => `values of ${input}`,
  fileOf: (input: string) => `file for ${input}`,
  shapeHint: "shape: auto",
  hexHint: "hexadecimal, such as ff d8 ff",
  chooseFile: "Choose a file",
  chooseNpy: "File: .npy, text or raw values",
  takeFileAway: "Remove the file",
  addInput: "Add an input",
  removeInput: (input: string) => `Remove input ${input}`,
  noReply: "The reply will be here.",
  stop: "Stop",
  replyIn: (ms: number) => `Answered in ${ms} ms`,
  fixInputs: (count: number) =>
    count === 1 ? "1 input needs a fix; nothing was sent." : `${count} inputs need a fix; nothing was sent.`,
  inputsUnknown: "The input names can't be learned from this server: type them.",
  inputsLearned: (count: number) => `${count} input names filled in`,
  faultNameless: "Give the input a name.",
  faultTwice: (name: string) => `Another input is named ${name} already.`,
  faultShape: (text: string) => `“${text}” is not a shape: write dimensions such as 2, 3.`,
  faultHex: "Bytes are pairs of hexadecimal digits, such as ff d8.",
  faultUnlike: (expected: string, given: string) =>
    `The method's signature expects: ${expected}. Given: ${given}.`,
  faultNoImage: "Choose a picture.",
  faultMissing: (name: string) => `The method's input ${name} is missing: add it.`,
  faultThrown: (why: string) => `This input can't be read: ${why}`,
  faultNoJson: (why: string) => `This is not JSON: ${why}`,
  faultNoInstances: 'Give {"instances": [{…}]} with at least one instance of inputs by name.',
  faultJsonValue: (place: string) => `${place} is not a number, text, list or {"value", "type", "shape"}.`,
  faultJsonType: (place: string) => `${place} has an unknown type: use int8 to float64, bool, str or bytes.`,
  faultJsonFile: (place: string) => `${place} is a file: choose it in the form, or write it as {"b64": "…"}.`,
  faultJsonMany: (has: number, most: number) =>
    `These are ${has} instances and inputs, and the form takes at most ${most}: send more from a script.`,
  faultJsonDeep: (place: string) =>
    `${place} has lists in lists 64 times and deeper: no array has as many dimensions.`,
  faultJsonDigits: (place: string) =>
    `${place} has a whole number above 2^53, which JSON rounds: write it as a text ("9007199254740993").`,
};
