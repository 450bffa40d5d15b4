/** Requests that are shared, saved and looked at again. */

const requests = (count: number) => (count === 1 ? "1 request" : `${count} requests`);
const calls = (count: number) => (count === 1 ? "1 call" : `${count} calls`);

export const keptEn = {
  copyLink: "Copy link",
  save: "Save",
  undo: "Undo",
  instancesCount: (count: number) => (count === 1 ? "1 instance" : `${count} instances`),
  milliseconds: (ms: number) => `${ms} ms`,

  shareNote:
    "The link opens this request in the playground's form; nothing is sent until somebody presses Run. Browsers send what stands behind # to no server.",
  shareContent: "What the link carries",
  shareValues: "With the values",
  shareTarget: "Servable and method only",
  shareIn: "In the link",
  shareValuesShort: "Values",
  shareOut: "Not in it",
  shareNever: "The server's address, and the metadata of your settings.",
  shareFiles: (names: string) => `Files, to be chosen again: ${names}`,
  shareLarge: (has: number, most: number, name: string) =>
    `With the values the link would have ${has} characters; programs cut those above ${most}. The largest value is that of ${name}.`,
  saveJson: "Save as JSON",
  fileNotWhole: (names: string) => `Saved without these files, which are too large: ${names}`,

  linkOpened: "The link's request is filled in; nothing was sent.",
  requestOpened: (name: string) => `“${name}” is filled in.`,
  linkRefused: (why: string) =>
    `The request in this link can't be filled in, and the form is as it was. ${why}`,
  linkForm: (form: string) =>
    `It is of the form ${form}, which this page does not know yet: load the page anew, or ask for a newer one.`,
  linkBroken: "A part of the link was lost or changed on its way: copy it again, as a whole.",
  linkLong: (has: number) => `It has ${has} characters, more than any link of this page.`,
  missingAgain: (what: string) => `Not kept, so choose or write again: ${what}`,

  saveRequest: "Save the request",
  savedName: "Name",
  savedNote: "Kept in this browser only, without metadata.",
  savedWithoutFiles: (names: string) =>
    `Not kept, and to be chosen again later: ${names}. A JSON file takes them along.`,
  savedNameEmpty: "Give a name.",
  savedNameLong: "A name has at most 100 characters.",
  savedNameTaken: "Another request has this name.",
  savedTaken: (name: string, time: string) =>
    `“${name}” is there already, saved ${time}: replace it, or give another name.`,
  savedReplace: "Replace it",
  savedLarge: (has: number, most: number) =>
    `The request has ${has} KB, and a browser keeps at most ${most} KB of one: save it as JSON.`,
  savedFull:
    "This browser keeps no more for this page: delete saved requests or clear the history, or save as JSON.",
  savedDone: (name: string) => `Saved as “${name}”.`,
  savedRequests: "Saved requests",
  savedEmpty: "None yet: “Save” keeps what is written above, under a name, in this browser.",
  savedRename: (name: string) => `Rename “${name}”`,
  savedRenameNow: "Rename",
  savedRemove: (name: string) => `Delete “${name}”`,
  savedRemoved: (name: string) => `“${name}” was deleted.`,
  savedCancel: "Cancel",

  importFile: "Import",
  exportFile: "Export all",
  exportHistory: (count: number) => `with ${calls(count)} of history`,
  dropRequests: "Let go to open the requests",
  imported: (fresh: number, same: number, past: number) =>
    [
      `${requests(fresh)} imported`,
      ...(same > 0 ? [`${same} already here`] : []),
      ...(past > 0 ? [`${calls(past)} of history`] : []),
    ].join(", "),
  importClash: (count: number, names: string) =>
    count === 1
      ? `One of the file's requests has the name of another one here: ${names}.`
      : `${count} of the file's requests have the names of others here: ${names}.`,
  importKeepBoth: "Keep both",
  importReplace: "Replace mine",
  importLeave: "Leave them out",
  importLarge: (name: string, most: number) => `${name} is larger than ${most} MB, and was not read.`,
  importFormat: (format: string) =>
    `This is no file of requests${format === "" ? "" : ` (its format is “${format}”)`}: it has "format": "mindspore-serving-web/requests", or is {"instances": [{…}]}.`,
  importVersion: (version: string) =>
    `Its formatVersion is ${version}, and this page reads 1: load the page anew, or ask for a newer one.`,
  moreFaults: (count: number) => `And ${count} more.`,
  entryTarget: "servable and method are to be texts, version a whole number.",
  entryTime: "a past call has a time (at), milliseconds (ms) and failed: true or false.",
  entryNone: "this is no request: write {…}.",

  history: "History",
  historyNote:
    "The last 50 calls and their replies, kept in this browser only. Files, large values and metadata are not kept.",
  clearHistory: "Clear history",
  historyCleared: "The history was cleared.",
  historyEmpty: "No calls yet.",
  replayCall: "Fill in again:",
  lookAtReply: "Reply",
  oldReply: (time: string, ms: number) => `Reply of ${time}, in ${ms} ms`,
  oldReplyMore: (count: number) => `The answers of ${count} more instances were not kept.`,
  oldReplyBroken: "This reply can't be read any more.",
  valueCut: "Too large for history, which keeps its beginning only.",
};
