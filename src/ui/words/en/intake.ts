/** What app and elements say of files and addresses that were given to them. */

export const intakeEn = {
  leftOutOne: (name: string) => `${name} is not a photo and was left out.`,
  leftOut: (count: number) => `${count} files are not photos and were left out.`,
  andMore: (names: string, more: number) => `${names} and ${more} more`,
  emptyFolder: "There are no pictures in this folder.",
  emptyDrop: "There is no picture in what was dropped.",
  emptyClipboard: "There is no picture in the clipboard, or the browser was not allowed to read it.",
  fetchingFrom: (host: string) => `Fetching the picture from ${host} …`,
  fetching: (settled: number, all: number) => `Fetching pictures: ${settled} of ${all}`,
  stopFetching: "Do not fetch",
  ofPictures: (text: string, count: number) => `${text} (${count} pictures)`,
  dismiss: "Dismiss",
  pastedAt: (time: string) => `Pasted image ${time}`,
};

export type IntakeWords = typeof intakeEn;
