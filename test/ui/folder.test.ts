import { describe, expect, it } from "vitest";
import { filesOf } from "../../src/ui/intake/files-of.ts";
import { dropped } from "../../src/ui/intake/given.ts";

/** As the browser gives what was dropped; without a file it can't be read. */
const fileEntry = (name: string, file?: File) => ({
  isFile: true,
  isDirectory: false,
  name,
  fullPath: `/${name}`,
  file: (done: (file: File) => void, fail: (error: Error) => void) =>
    file ? done(file) : fail(new DOMException("", "NotReadableError")),
});
const folderEntry = (name: string, read: (done: (entries: object[]) => void, fail: () => void) => void) => ({
  isFile: false,
  isDirectory: true,
  name,
  fullPath: `/${name}`,
  createReader: () => ({ readEntries: read }),
});
const drop = (...entries: object[]) =>
  ({
    items: entries.map((entry) => ({ kind: "file", webkitGetAsEntry: () => entry })),
    files: [],
    getData: () => "",
  }) as unknown as DataTransfer;

const photo = (name: string) => fileEntry(name, new File(["x"], name, { type: "image/jpeg" }));
const paths = async (data: DataTransfer) => {
  const found: string[] = [];
  for await (const some of filesOf(dropped(data))) found.push(...some.map(({ path }) => path));
  return found;
};

describe("a drop with a folder in it", () => {
  it("gives the files that can be read, whatever is beside them", async () => {
    const parts = [[photo("holiday/sea.jpg"), fileEntry("holiday/gone.jpg")], []];
    const holiday = folderEntry("holiday", (done) => done(parts.shift()!));
    const locked = folderEntry("locked", (_, fail) => fail());
    expect(await paths(drop(fileEntry("gone.jpg"), photo("ox.jpg"), locked, holiday))).toEqual([
      "ox.jpg",
      "holiday/sea.jpg",
    ]);
  });

  it("gives what is called a picture first, folder by folder, in the order of numbers in names", async () => {
    const parts = [["a.txt", "b10.jpg", "b9.jpg", "c.HEIC"].map((name) => photo(name)), []];
    const holiday = folderEntry("holiday", (done) => done(parts.shift()!));
    expect(await paths(drop(holiday, photo("z.jpg")))).toEqual([
      "b9.jpg",
      "b10.jpg",
      "c.HEIC",
      "a.txt",
      "z.jpg",
    ]);
  });
});
