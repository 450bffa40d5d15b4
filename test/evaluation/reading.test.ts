/** Labels from folders and tables, and files of names, as people write them. */

import { describe, expect, it } from "vitest";
import { writeCsv } from "../../src/evaluation/csv.ts";
import { FileFault, folderOf, LabelTable, readPairs } from "../../src/evaluation/index.ts";

function faultOf(text: string): FileFault {
  try {
    readPairs(text);
  } catch (error) {
    return error as FileFault;
  }
  throw new Error("there is no fault");
}

describe("a table of files and labels", () => {
  it("is read with and without a head, quotes, blank lines, a byte order mark and Windows' ends of lines", () => {
    const text =
      '\uFEFFfile,label\r\na.jpg,strawberry\r\n\r\n"b, 2.jpg","tench, Tinca tinca"\r\n"c ""x"".jpg" ,"two\nlines"';
    expect([...readPairs(text.replace(" ,", ","))]).toEqual([
      ["a.jpg", "strawberry"],
      ["b, 2.jpg", "tench, Tinca tinca"],
      ['c "x".jpg', "two\nlines"],
    ]);
    expect([...readPairs("a.jpg,cat\nb.jpg , dog \n")]).toEqual([
      ["a.jpg", "cat"],
      ["b.jpg", "dog"],
    ]);
  });

  it.each([
    [
      "a.jpg,cat\nb.jpg,tench, Tinca tinca\n",
      2,
      "3 fields in the place of two: write file,label, and a label with commas in quotes",
    ],
    ["a.jpg\n", 1, "1 field in the place of two"],
    ['"two\nlines",cat\n,dog', 3, "the file is empty: write file,label"],
    ["a.jpg,\n", 1, "the label is empty"],
    ['a.jpg,cat\nb.jpg,"dog', 2, "a quote is opened and not closed"],
    ['a.jpg,"cat"dog', 1, "text follows a closing quote"],
    ["a.jpg,cat\na.jpg,dog", 2, "a.jpg is there already, with another label: keep one of the two lines"],
    ['{"a": 1}', 1, "this can't be read as JSON of names and labels"],
    ['{"a": "b"', 1, "this can't be read as JSON of names and labels"],
  ])("%j is refused with its line", (text, line, what) => {
    const fault = faultOf(text);
    expect(fault).toBeInstanceOf(FileFault);
    expect(fault.line).toBe(line);
    expect(fault.message).toContain(`line ${line}: `);
    expect(fault.message).toContain(what);
  });

  it("may be JSON of names and labels", () => {
    expect([...readPairs('{"n01440764": "tench, Tinca tinca"}')]).toEqual([
      ["n01440764", "tench, Tinca tinca"],
    ]);
  });
});

describe("what a photo shows", () => {
  it("is told by the folder that it lies in", () => {
    expect(folderOf("photos/tench/a.jpg")).toBe("tench");
    expect(folderOf("a.jpg")).toBeUndefined();
  });

  it("is told by the longest end of its path that the table has, and the table knows which files nobody had", () => {
    const table = new LabelTable(
      new Map([
        ["./a/1.jpg", "cat"],
        ["1.jpg", "dog"],
        ["b\\2.jpg", "cow"],
        ["3.jpg", "owl"],
      ]),
    );
    expect(["photos/a/1.jpg", "photos/1.jpg", "b/2.jpg", "4.jpg"].map((path) => table.labelOf(path))).toEqual(
      ["cat", "dog", "cow", undefined],
    );
    expect(table.unseen).toEqual(["3.jpg"]);
  });
});

it("a table that is written reads the same, and a spreadsheet runs nothing of it", () => {
  const rows = [
    ["a, b.jpg", 'say "cat"'],
    ["=1+1", "x"],
  ] as const;
  const text = writeCsv(rows);
  expect(text).toBe('\uFEFF"a, b.jpg","say ""cat"""\r\n\'=1+1,x\r\n');
  expect([...readPairs(text)][0]).toEqual(rows[0]);
});
