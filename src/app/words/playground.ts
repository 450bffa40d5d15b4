/** The playground: what is sent, and what can be wrong with it. */

import { msg, str } from "@lit/localize";

export const playgroundWords = {
  get playgroundTitle() {
    return msg("Playground", { id: "playgroundTitle" });
  },
  get playgroundIntro() {
    return msg("Any servable and method: build the instances, run, look at what comes back.", {
      id: "playgroundIntro",
    });
  },
  get askInputs() {
    return msg("Fill in inputs", { id: "askInputs" });
  },
  get copyLink() {
    return msg("Copy link", { id: "copyLink" });
  },
  get request() {
    return msg("Request", { id: "request" });
  },
  get asForm() {
    return msg("Form", { id: "asForm" });
  },
  get asJson() {
    return msg("JSON", { id: "asJson" });
  },
  get jsonLabel() {
    return msg("Instances as JSON", { id: "jsonLabel" });
  },
  get jsonNote() {
    return msg(
      'As in Serving\'s RESTful service: numbers and lists are float32; {"value", "type", "shape"} says more, {"b64"} is bytes.',
      { id: "jsonNote" },
    );
  },
  inputName: (n: number) => msg(str`Name of input ${n}`, { id: "inputName" }),
  kindOf: (input: string) => msg(str`kind of ${input}`, { id: "kindOf" }),
  shapeOf: (input: string) => msg(str`shape of ${input}`, { id: "shapeOf" }),
  valuesOf: (input: string) => msg(str`values of ${input}`, { id: "valuesOf" }),
  fileOf: (input: string) => msg(str`file for ${input}`, { id: "fileOf" }),
  get kindTensor() {
    return msg("tensor", { id: "kindTensor" });
  },
  get kindScalar() {
    return msg("scalar", { id: "kindScalar" });
  },
  get kindString() {
    return msg("string", { id: "kindString" });
  },
  get kindBytes() {
    return msg("bytes", { id: "kindBytes" });
  },
  get shapeHint() {
    return msg("shape: auto", { id: "shapeHint" });
  },
  get hexHint() {
    return msg("hexadecimal, such as ff d8 ff", { id: "hexHint" });
  },
  get chooseFile() {
    return msg("Choose a file", { id: "chooseFile" });
  },
  get chooseNpy() {
    return msg("File: .npy or raw values", { id: "chooseNpy" });
  },
  get takeFileAway() {
    return msg("Remove the file", { id: "takeFileAway" });
  },
  get addInput() {
    return msg("Add an input", { id: "addInput" });
  },
  removeInput: (input: string) => msg(str`Remove input ${input}`, { id: "removeInput" }),
  get addInstance() {
    return msg("Add an instance", { id: "addInstance" });
  },
  removeInstance: (n: number) => msg(str`Remove instance ${n}`, { id: "removeInstance" }),
  get reply() {
    return msg("Reply", { id: "reply" });
  },
  get noReply() {
    return msg("The reply will be here.", { id: "noReply" });
  },
  get stop() {
    return msg("Stop", { id: "stop" });
  },
  replyIn: (ms: number) => msg(str`Answered in ${ms} ms`, { id: "replyIn" }),
  fixInputs: (count: number) =>
    count === 1
      ? msg("1 input needs a fix; nothing was sent.", { id: "fixInput" })
      : msg(str`${count} inputs need a fix; nothing was sent.`, { id: "fixInputs" }),
  get inputsUnknown() {
    return msg("The input names can't be learned from this server: type them.", { id: "inputsUnknown" });
  },
  inputsLearned: (count: number) => msg(str`${count} input names filled in`, { id: "inputsLearned" }),
  get history() {
    return msg("History", { id: "history" });
  },
  get historyNote() {
    return msg("The last 50 calls, kept in this browser only. Files and large values are not kept.", {
      id: "historyNote",
    });
  },
  get clearHistory() {
    return msg("Clear history", { id: "clearHistory" });
  },
  get historyEmpty() {
    return msg("No calls yet.", { id: "historyEmpty" });
  },
  get replayCall() {
    return msg("Fill in again:", { id: "replayCall" });
  },
  instancesCount: (count: number) =>
    count === 1
      ? msg("1 instance", { id: "oneInstance" })
      : msg(str`${count} instances`, { id: "manyInstances" }),
  missingAgain: (what: string) =>
    msg(str`Not kept, so choose or write again: ${what}`, { id: "missingAgain" }),
  get faultNameless() {
    return msg("Give the input a name.", { id: "faultNameless" });
  },
  faultTwice: (name: string) => msg(str`Another input is named ${name} already.`, { id: "faultTwice" }),
  get faultNoValues() {
    return msg("Write values such as [[1, 2], [3, 4]], or choose a file.", { id: "faultNoValues" });
  },
  get faultBrackets() {
    return msg("The brackets do not pair up, or numbers stand beside lists.", { id: "faultBrackets" });
  },
  faultRagged: (row: number, has: number, expected: number) =>
    msg(str`Row ${row} has ${has} elements, where ${expected} are expected.`, { id: "faultRagged" }),
  faultElement: (n: number, why: string) => msg(str`Element ${n}: ${why}`, { id: "faultElement" }),
  faultShape: (text: string) =>
    msg(str`“${text}” is no shape: write dimensions such as 2, 3.`, { id: "faultShape" }),
  faultSizes: (has: number, shape: string) =>
    msg(str`There are ${has} elements, which do not fit the shape ${shape}.`, { id: "faultSizes" }),
  faultRawBytes: (bytes: number, itemSize: number) =>
    msg(str`The file has ${bytes} bytes, which are no whole number of elements of ${itemSize} bytes.`, {
      id: "faultRawBytes",
    }),
  get faultHex() {
    return msg("Bytes are pairs of hexadecimal digits, such as ff d8.", { id: "faultHex" });
  },
  faultFileGone: (name: string) =>
    msg(str`The file ${name} can't be read any more: choose it again.`, { id: "faultFileGone" }),
  get faultNpyBroken() {
    return msg("The .npy file is cut or damaged: save it anew with numpy.save.", { id: "faultNpyBroken" });
  },
  faultNpyBigEndian: (dtype: string) =>
    msg(str`The .npy file is big-endian (${dtype}): save x.astype(x.dtype.newbyteorder("<")).`, {
      id: "faultNpyBigEndian",
    }),
  faultNpyDtype: (dtype: string) =>
    msg(str`The .npy file has the dtype ${dtype}, which Serving does not take: convert it with astype.`, {
      id: "faultNpyDtype",
    }),
  faultNpyLength: (sizes: string) =>
    msg(str`The .npy file has ${sizes} of its bytes: it was cut. Save it anew.`, { id: "faultNpyLength" }),
  faultNoJson: (why: string) => msg(str`This is not JSON: ${why}`, { id: "faultNoJson" }),
  get faultNoInstances() {
    return msg('Give {"instances": [{…}]} with at least one instance of inputs by name.', {
      id: "faultNoInstances",
    });
  },
  faultJsonValue: (place: string) =>
    msg(str`${place} is no number, text, list or {"value", "type", "shape"}.`, { id: "faultJsonValue" }),
  faultJsonType: (place: string) =>
    msg(str`${place} has a type that is none: int8 to float64, bool, str or bytes.`, { id: "faultJsonType" }),
  faultJsonFile: (place: string) =>
    msg(str`${place} is a file: choose it in the form, or write it as {"b64": "…"}.`, {
      id: "faultJsonFile",
    }),
  faultJsonDigits: (place: string) =>
    msg(
      str`${place} has a whole number above 2^53, which JSON rounds: write it as a text ("9007199254740993").`,
      {
        id: "faultJsonDigits",
      },
    ),
};
