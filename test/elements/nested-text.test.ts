import { describe, expect, it } from "vitest";
import { readNested } from "../../src/elements/method/nested-text.ts";

describe("numbers as people write them", () => {
  it("nest by brackets, and stand alone or in a list without", () => {
    expect(readNested("[[1, 2], [3, 4]]", "float32")).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(readNested("(1 2\n3)", "float32")).toEqual([1, 2, 3]);
    expect(readNested("1 2, 3;4", "float32")).toEqual([1, 2, 3, 4]);
    expect(readNested("7", "float32")).toBe(7);
    expect(readNested("[]", "float32")).toEqual([]);
    expect(readNested("[[], []]", "float32")).toEqual([[], []]);
  });

  it("are read as numpy prints them, and as Chinese input methods write them", () => {
    expect(readNested("[1., -.5, 2e3, inf, -Infinity]", "float64")).toEqual([
      1,
      -0.5,
      2000,
      Infinity,
      -Infinity,
    ]);
    expect(readNested("nan", "float32")).toBeNaN();
    expect(readNested("［１，−２］", "int32")).toEqual([1, -2]);
    expect(readNested("True false 1 0", "bool")).toEqual([true, false, true, false]);
  });

  it("keep every digit of 64-bit integers", () => {
    expect(readNested("[9007199254740993, -1]", "int64")).toEqual([9007199254740993n, -1n]);
    expect(readNested("18446744073709551615", "uint64")).toBe(18446744073709551615n);
  });

  it.each([
    ["", "float32", "valueMissing"],
    ["[1, x]", "float32", "notNumber x"],
    ["0x10", "int32", "notNumber 0x10"],
    ["1 2", "bool", "notBool 2"],
    ["[1, 2", "float32", "brackets"],
    ["[1, 2)", "float32", "brackets"],
    ["1]", "float32", "brackets"],
  ] as const)("%j as %s is refused: %s", (text, dtype, message) => {
    expect(() => readNested(text, dtype)).toThrow(message);
  });
});
