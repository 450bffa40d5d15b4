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
  });

  it.each([
    // A German spreadsheet's cells: a comma there is a decimal point.
    ["1,5\t2,5", 0, "decimalComma"],
    ["1,234.5\t2,000", 0, "decimalComma"],
    ["1.5;2,5", 1, "decimalComma"],
    ["1,,3\n4,,6", 1, "empty"],
    ["[1,,3]", 1, "empty"],
    ["[,1]", 0, "empty"],
    ["1\t\n3\t4", 1, "empty"],
    ["[1;2]", 0, "notNumber"],
  ])("%j is refused for its element %i: %s", (text, index, fault) => {
    expect(readNested(text, "float32")).toMatchObject({ fault: "cell", index, cell: { fault } });
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
    ["[1, x]", "cell"],
  ])("%j is refused as %s", (text, fault) => {
    expect(readNested(text, "float32")).toMatchObject({ fault });
  });

  it("say which row and which element is wrong", () => {
    expect(readNested("[[1, 2], [3]]", "float32")).toMatchObject({ row: 2, has: 1, expected: 2 });
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
  ])("the shape %j is %j", (text, shape) => {
    expect(readShape(text)).toEqual(shape);
  });
});
