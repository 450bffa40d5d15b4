import { describe, expect, it } from "vitest";
import { tensor } from "../../src/client/index.ts";
import { DTYPE_NAMES, readCell } from "../../src/ui/index.ts";

describe("a cell", () => {
  it.each([
    ["1", "float32", 1],
    [" -1.5 ", "float32", -1.5],
    [".5", "float64", 0.5],
    ["2.", "float64", 2],
    ["1e-3", "float32", 0.001],
    ["NaN", "float16", Number.NaN],
    ["-inf", "float32", Number.NEGATIVE_INFINITY],
    ["Infinity", "float64", Number.POSITIVE_INFINITY],
    ["65504", "float16", 65504],
    ["3", "int32", 3],
    ["3.0", "int32", 3],
    ["1e3", "uint16", 1000],
    ["+7", "int8", 7],
    ["-128", "int8", -128],
    ["9007199254740993", "int64", 9007199254740993n],
    ["18446744073709551615", "uint64", 18446744073709551615n],
    ["true", "bool", true],
    ["0", "bool", false],
    ["1e18", "int64", 10n ** 18n],
    ["9007199254740993.0", "int64", 9007199254740993n],
    ["0.5e1", "int8", 5],
    ["-0.0", "int8", 0],
    ["１２", "float32", 12],
    ["－１．５", "float32", -1.5],
    ["−2", "int16", -2],
  ] as const)("%j as %s is %s", (text, dtype, value) => {
    expect(readCell(text, dtype)).toEqual({ value });
  });

  it.each([
    ["", "float32", "empty"],
    ["   ", "bool", "empty"],
    ["abc", "float32", "notNumber"],
    ["1,5", "float32", "decimalComma"],
    ["-1,234.5", "float64", "decimalComma"],
    ["1.234,5", "int32", "decimalComma"],
    ["1,5e3", "float32", "decimalComma"],
    ["1 234,5", "float32", "decimalComma"],
    ["1\u00a0234,5", "float32", "decimalComma"],
    // No-break and thin spaces between thousands, as French spreadsheets and Python's locale write them.
    ["1\u00a0234", "float32", "blank"],
    ["1\u202f234", "int32", "blank"],
    ["1 2", "float32", "blank"],
    ["1.00000000000000000001", "int32", "notWhole"],
    ["1e-400", "int8", "notWhole"],
    ["1e999999999", "int64", "outOfRange"],
    ["１ｅ３", "float32", "notNumber"],
    ["١٢", "float32", "notNumber"],
    ["①", "float32", "notNumber"],
    ["1'234", "float32", "notNumber"],
    ["–2", "float32", "notNumber"],
    ["50%", "float32", "notNumber"],
    ["10²", "int32", "notNumber"],
    ["½", "float32", "notNumber"],
    ["0x10", "int32", "notNumber"],
    ["1_000", "int32", "notNumber"],
    ["nan", "int32", "notNumber"],
    ["1.5", "int32", "notWhole"],
    ["1e-3", "uint8", "notWhole"],
    ["2", "bool", "notBool"],
    ["1e999", "float64", "outOfRange"],
    ["1e39", "float32", "outOfRange"],
    ["65520", "float16", "outOfRange"],
    ["128", "int8", "outOfRange"],
    ["-1", "uint64", "outOfRange"],
    ["9223372036854775808", "int64", "outOfRange"],
  ] as const)("%j as %s is %s", (text, dtype, fault) => {
    expect(readCell(text, dtype)).toMatchObject({ fault });
  });

  it("names the range that it misses", () => {
    expect(readCell("300", "int8")).toEqual({ fault: "outOfRange", text: "300", min: "-128", max: "127" });
    expect(readCell("300", "uint8")).toMatchObject({ min: "0", max: "255" });
  });

  it("gives what the client's tensor takes, for every dtype", () => {
    for (const dtype of DTYPE_NAMES) {
      const cell = readCell("1", dtype);
      expect("value" in cell && tensor([cell.value], dtype).size).toBe(1);
    }
  });
});
