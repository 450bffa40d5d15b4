import { describe, expect, it } from "vitest";
import { countFaults } from "../../src/app/add/add-call.ts";
import { isCut, type Matrix, pasted, readBlock, resized } from "../../src/app/add/matrix.ts";
import { replyText, requestText } from "../../src/app/add/python-text.ts";
import { TUTORIAL, withMatrix, withoutPair, withPair } from "../../src/app/add/tutorial.ts";
import { tensor } from "../../src/client/index.ts";
import type { Failure } from "../../src/failures/index.ts";

const matrix = (dtype: Matrix["dtype"], ...cells: string[]): Matrix => ({ dtype, columns: 2, cells });

describe("the request", () => {
  it("is the tutorial's and has no faults", () => {
    expect(TUTORIAL.pairs.map(({ x1, x2 }) => [x1.cells[0], x2.cells[3]])).toEqual([
      ["1", "1"],
      ["2", "2"],
      ["3", "3"],
    ]);
    expect(countFaults(TUTORIAL)).toBe(0);
  });

  it("counts cells that aren't elements of their dtype", () => {
    const edited = withMatrix(TUTORIAL, 1, "x2", matrix("int32", "1.5", "", "x", "4"));
    expect(countFaults(edited)).toBe(3);
    expect(TUTORIAL.pairs[1]!.x2.cells[0]).toBe("2");
  });
});

/** What a text pasted into a cell puts there. */
const blockOf = (text: string) => {
  const read = readBlock(text, "float32");
  return read && "block" in read ? read.block : read;
};

describe("a matrix", () => {
  const start = matrix("float32", "1", "2", "3", "4");

  it("takes a block from a spreadsheet and grows where it reaches over the edge", () => {
    const block = blockOf("5\t6\n7\t8\n") as string[][];
    expect(pasted(start, 0, block).cells).toEqual(["5", "6", "7", "8"]);
    const grown = pasted(start, 3, block);
    expect([grown.columns, grown.cells]).toEqual([3, ["1", "2", "", "3", "5", "6", "", "7", "8"]]);
  });

  it("takes commas, blanks, brackets and empty cells; one cell's text is left to the browser", () => {
    expect(blockOf("1, 2\n3, 4")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(blockOf("1 2")).toEqual([["1", "2"]]);
    expect(blockOf("[[1., 2.],\n [3., 4.]]")).toEqual([
      ["1.", "2."],
      ["3.", "4."],
    ]);
    expect(blockOf("1\t\t3")).toEqual([["1", "", "3"]]);
    expect(blockOf("1.5\n")).toBeUndefined();
    expect(blockOf("[5]")).toEqual([["5"]]);
  });

  it.each([
    // A German spreadsheet's cells: each says below the table that it has a decimal comma.
    ["1,5\t2,5", [["1,5", "2,5"]]],
    [
      "1,,3\n4,,6",
      [
        ["1", "", "3"],
        ["4", "", "6"],
      ],
    ],
    ["1\n\n3", [["1"], [""], ["3"]]],
    ["[1,,3]", { fault: "cell", index: 1, cell: { fault: "empty" } }],
    ["[1,5 2,5]", { fault: "cell", cell: { fault: "blank", text: "5 2" } }],
    ["1\t2\n3", { fault: "ragged", row: 2, has: 1, expected: 2 }],
    ["[[1, 2], [3]]", { fault: "ragged", row: 2 }],
    ["x = [1, 2]", { fault: "brackets" }],
    ["[[[1, 2]], [[3, 4]]]", { fault: "rank", shape: "(2, 1, 2)" }],
    ["array([], shape=(0, 3), dtype=float32)", { fault: "rank", shape: "(0, 3)" }],
    ["array([1, 2], dtype=int8)", { fault: "dtype", printed: "int8" }],
  ])("takes %j as the playground does: nothing is left out or filled in", (text, read) => {
    if (Array.isArray(read)) expect(blockOf(text)).toEqual(read);
    else expect(blockOf(text)).toMatchObject(read);
  });

  it("takes 200,000 lines as far as it has room, and tells that it was not all", () => {
    const block = blockOf("1\t2\n".repeat(200_000)) as string[][];
    expect([pasted(start, 0, block).cells.length, isCut(start, 0, block)]).toEqual([64, true]);
  });

  it("grows to 32 rows and columns, and tells when a block does not fit", () => {
    const row = (length: number) => [Array.from({ length }, () => "5")];
    expect(pasted(start, 1, row(32)).columns).toBe(32);
    expect([isCut(start, 0, row(32)), isCut(start, 1, row(32))]).toEqual([false, true]);
    const column = Array.from({ length: 32 }, () => ["5"]);
    expect([isCut(start, 1, column), isCut(start, 2, column)]).toEqual([false, true]);
  });

  it("keeps blank cells blank: only those of another shape are zeros", () => {
    const blank = matrix("float32", "1", "", "3", "4");
    expect(resized(blank, 3, 2).cells).toEqual(["1", "", "3", "4", "0", "0"]);
    expect(pasted(blank, 2, [["5", ""]]).cells).toEqual(["1", "", "5", ""]);
  });

  it("is cut and filled to another shape", () => {
    expect(resized(start, 1, 3).cells).toEqual(["1", "2", "0"]);
    expect(resized(start, 3, 1).cells).toEqual(["1", "3", "0"]);
  });
});

describe("instances", () => {
  it("are added with the next number and removed", () => {
    const four = withPair(TUTORIAL);
    expect(four.pairs[3]!.x1.cells).toEqual(["4", "4", "4", "4"]);
    expect(withoutPair(four, 0).pairs.map(({ x2 }) => x2.cells[0])).toEqual(["2", "3", "4"]);
  });
});

describe("shown as Python prints it,", () => {
  const y = tensor([
    [2, 2],
    [2, 2],
  ]);

  it("the request is a list of dicts of arrays", () => {
    expect(requestText(TUTORIAL).split("\n")[0]).toBe(
      "[{'x1': array([[1., 1.], [1., 1.]], dtype=float32), 'x2': array([[1., 1.], [1., 1.]], dtype=float32)},",
    );
  });

  it("the reply is the tutorial's printout, errors in their place", () => {
    const hint = { en: "", zh: "" };
    const failure: Failure = {
      error: "model input 1 isn't float32",
      kind: "invalid-input",
      scope: "instance",
      hint,
    };
    expect(replyText({ answers: [{ outputs: { y } }, { failure }] })).toBe(
      "[{'y': array([[2., 2.], [2., 2.]], dtype=float32)},\n {'error': \"model input 1 isn't float32\"}]",
    );
    expect(replyText({ failure: { error: "no", kind: "timeout", scope: "call", hint } })).toBe(
      "{'error': 'no'}",
    );
  });
});
