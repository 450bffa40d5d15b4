import { describe, expect, it } from "vitest";
import { readNested, readShape } from "../../src/ui/index.ts";

describe("values as people write them", () => {
  it.each([
    ["[[1, 2], [3, 4]]", [2, 2]],
    ["array([[1., 2.],\n       [3., 4.]], dtype=float32)", [2, 2]],
    ["np.array([1, 2, 3, 4])", [4]],
    ["((1, 2), (3, 4))", [2, 2]],
    ["1\t2\n3\t4\n", [2, 2]],
    ["1 2 3 4", [4]],
    ["1, 2, 3, 4", [4]],
    ["１，２，３，４", [4]],
    ["1;2\n3;4", [2, 2]],
    ["［［１，２］，［３，４］］", [2, 2]],
    ["[1 2\n 3 4]", [4]],
    ["[1, 2, 3, 4,]", [4]],
    ["[[[1, 2, 3, 4]]]", [1, 1, 4]],
  ])("%j has the shape %j", (text, shape) => {
    expect(readNested(text, "float32")).toEqual({ elements: [1, 2, 3, 4], shape });
  });

  it("have the shape that numpy prints of an array without elements", () => {
    const text = "array([], shape=(0, 3), dtype=float32)";
    expect(readNested(text, "float32")).toEqual({ elements: [], shape: [0, 3] });
    const other = "array([1, 2], shape=(0, 3))";
    expect(readNested(other, "float32")).toEqual({ fault: "sizes", has: 2, shape: "(0, 3)" });
  });

  it("have the dtype that a printout tells, or are refused", () => {
    expect(readNested("array([1, 2], dtype=int8)", "int8")).toMatchObject({ elements: [1, 2] });
    expect(readNested("np.array([1, 2], dtype='int8')", "int8")).toMatchObject({ elements: [1, 2] });
    expect(readNested("np.array([1, 2], dtype=np.int8)", "int8")).toMatchObject({ elements: [1, 2] });
    expect(readNested("array([9007199254740993], dtype=uint64)", "float32")).toEqual({
      fault: "dtype",
      printed: "uint64",
    });
  });

  it.each([
    // A German spreadsheet's cells: a comma there is a decimal point.
    ["1,5\t2,5", { element: 1 }, "decimalComma"],
    ["1,234.5\t2,000", { element: 1 }, "decimalComma"],
    ["1.5;2,5", { element: 2 }, "decimalComma"],
    ["1.5;2\n3;2,5", { line: 2, element: 2 }, "decimalComma"],
    ["1,,3\n4,,6", { line: 1, element: 2 }, "empty"],
    ["1,2,3\n4,,6", { line: 2, element: 2 }, "empty"],
    ["1,2,\n4,5,", { line: 1, element: 3 }, "empty"],
    ["\t2", { element: 1 }, "empty"],
    ["2\t", { element: 2 }, "empty"],
    ["1\t\n3\t4", { line: 1, element: 2 }, "empty"],
    ["1\t2\n\t\n", { line: 2, element: 1 }, "empty"],
    // A column with an empty cell.
    ["1\r\n\r\n3\r\n", { line: 2, element: 1 }, "empty"],
    ["\n\n1\n\n3", { line: 4, element: 1 }, "empty"],
    ["1\u00a0234\n5\u00a0678", { line: 1, element: 1 }, "blank"],
    ["1,5 2,5", { element: 2 }, "blank"],
    ["[1,5 2,5]", { element: 2 }, "blank"],
    ["[1, 2\n 3, 4]", { line: 1, element: 2 }, "blank"],
    ["[1,,3]", { element: 2 }, "empty"],
    ["[,1]", { element: 1 }, "empty"],
    ["[[1, 2],\n [3, x]]", { line: 2, element: 2 }, "notNumber"],
    ["[1;2]", { element: 1 }, "notNumber"],
    // To an accountant a loss, to Python no list.
    ["(5)", { element: 1 }, "notNumber"],
    ["[0 1 ... 9]", { element: 3 }, "notNumber"],
    ["a,b\n1,2", { line: 1, element: 1 }, "notNumber"],
    ["10² 3", { element: 1 }, "notNumber"],
  ])("%j is refused at %j: %s", (text, place, fault) => {
    expect(readNested(text, "float32")).toMatchObject({ fault: "cell", place, cell: { fault } });
  });

  it("hold every digit of 64 bits, and numpy's words", () => {
    expect(readNested("[9007199254740993]", "int64")).toEqual({ elements: [9007199254740993n], shape: [1] });
    expect(readNested("[nan -inf]", "float32")).toMatchObject({ elements: [Number.NaN, -Infinity] });
    expect(readNested("[True, False]", "bool")).toMatchObject({ elements: [true, false] });
    expect(readNested("[]", "float32")).toEqual({ elements: [], shape: [0] });
  });

  it.each([
    ["", "noValues"],
    ["[[1, 2], [3, 4]", "brackets"],
    ["[1, 2]]", "brackets"],
    ["[1, [2]]", "brackets"],
    ["[1] 2", "brackets"],
    ["[1, 2)", "brackets"],
    ["1]", "brackets"],
    ["1, [2]", "brackets"],
    ["[[1, 2], [3]]", "ragged"],
    ["1 2\n3", "ragged"],
    ["1\t2\n3,4", "ragged"],
    ["1 2\n\n3 4", "ragged"],
    ["((1, 2))", "brackets"],
    ["(1)(2)", "cell"],
    ["tensor([1, 2])", "brackets"],
    ["[1, x]", "cell"],
  ])("%j is refused as %s", (text, fault) => {
    expect(readNested(text, "float32")).toMatchObject({ fault });
  });

  it("of 200,000 lines are all read", () => {
    const read = readNested("1\t2\t3\n".repeat(200_000), "float32");
    expect(read).toMatchObject({ shape: [200_000, 3] });
    const last = readNested(`${"1\t2\n".repeat(199_999)}1\tx`, "float32");
    expect(last).toMatchObject({ fault: "cell", place: { line: 200_000, element: 2 } });
  });

  it("say which row and which element is wrong", () => {
    expect(readNested("[[1, 2], [3]]", "float32")).toMatchObject({ row: 2, has: 1, expected: 2 });
    expect(readNested("\n1 2\n3", "float32")).toMatchObject({ row: 3, has: 1, expected: 2 });
    expect(readNested("1 2\n\n3 4", "float32")).toMatchObject({ row: 2, has: 0, expected: 2 });
    expect(readNested("[1, 300]", "int8")).toMatchObject({ index: 1, cell: { fault: "outOfRange" } });
  });

  it.each([
    ["2, 3", [2, 3]],
    ["(2, 3)", [2, 3]],
    ["[2,3]", [2, 3]],
    ["2×3", [2, 3]],
    ["(4,)", [4]],
    ["()", []],
    ["", "none"],
    ["2, x", undefined],
    ["-1", undefined],
    ["(2, 3]", undefined],
    ["(2, 3", undefined],
    ["2,,3", undefined],
    [",", undefined],
  ])("the shape %j is %j", (text, shape) => {
    expect(readShape(text)).toEqual(shape);
  });
});
