/** The same act in the app and in an element: what is typed there is sent, or refused, alike. */

import { describe, expect, it } from "vitest";
import { emptyDraft } from "../../src/app/playground/request/draft.ts";
import { inputFaultText } from "../../src/app/playground/request/fault-text.ts";
import { readInput } from "../../src/app/playground/request/read-input.ts";
import { checkAddress } from "../../src/app/state/check.ts";
import { playgroundEn } from "../../src/app/words/en/playground.ts";
import { settingsEn } from "../../src/app/words/en/settings.ts";
import { playgroundZh } from "../../src/app/words/zh/playground.ts";
import { settingsZh } from "../../src/app/words/zh/settings.ts";
import * as library from "../../src/client/index.ts";
import { fieldFaultText, fieldValue } from "../../src/elements/method/field-value.ts";
import { fieldOf } from "../../src/elements/method/input-spec.ts";
import { en } from "../../src/elements/words/en.ts";
import { zh } from "../../src/elements/words/zh.ts";

type Kind = "tensor" | "scalar";

async function inApp(kind: Kind, dtype: library.DType, text: string) {
  const read = await readInput({ ...emptyDraft("x"), kind, dtype, text }, [], library);
  if ("value" in read) return { sent: String(read.value) };
  return { told: [playgroundEn, playgroundZh].map((words) => inputFaultText(read, dtype, words as never)) };
}

function inElement(kind: Kind, dtype: library.DType, text: string) {
  const read = fieldValue({ ...fieldOf({ name: "x", kind, dtype }), text }, library);
  if ("value" in read) return { sent: String(read.value) };
  return {
    told: (
      [
        [en, "en"],
        [zh, "zh"],
      ] as const
    ).map(([words, language]) => fieldFaultText(read, dtype, words, language)),
  };
}

describe("what is typed is the same value in the playground and in serving-method", () => {
  it.each([
    ["tensor", "float32", "1 2\n3 4", "array([[1., 2.], [3., 4.]], dtype=float32)"],
    ["tensor", "float32", "np.array([[1., 2.]], dtype=np.float32)", "array([[1., 2.]], dtype=float32)"],
    ["tensor", "int64", "[9007199254740993]", "array([9007199254740993])"],
    ["tensor", "float32", "7", "array([7.], dtype=float32)"],
    ["tensor", "bool", "True false 1 0", "array([ True, False,  True, False])"],
    ["scalar", "uint8", "255", "uint8(255)"],
  ] as const)("%s %s %j", async (kind, dtype, text, sent) => {
    expect(await inApp(kind, dtype, text)).toEqual({ sent });
    expect(inElement(kind, dtype, text)).toEqual({ sent });
  });
});

describe("what can't be sent is told alike, before sending, in the reader's language", () => {
  it.each([
    ["tensor", "uint8", "300", "Element 1: 300 is out of range for uint8 (0 to 255)"],
    ["tensor", "float32", "[[1, 2], [3]]", "Row 2 has 1 element, where 2 are expected."],
    ["tensor", "int32", "[1, 1.5]", "Element 2: int32 takes whole numbers, not 1.5"],
    ["tensor", "float32", "", "Write values such as [[1, 2], [3, 4]], or choose a file."],
    [
      "tensor",
      "float32",
      "1,5\t2,5",
      "Element 1: “1,5” has a comma in it: write the decimal point as “.”, and no separators of thousands",
    ],
    ["tensor", "float32", "1,2,3\n4,,6", "Line 2, element 2: empty: give a number"],
    ["tensor", "float32", "10²", "Element 1: “10²” is not a number"],
    [
      "tensor",
      "float32",
      "array([1, 2], dtype=int8)",
      "The text says dtype=int8, where float32 is chosen: choose the same, or take “dtype=…” out of the text.",
    ],
    [
      "tensor",
      "float32",
      "1\u00a0234\n5\u00a0678",
      "Line 1, element 1: “1\u00a0234” has a blank in it: give one number, without separators of thousands",
    ],
    ["scalar", "float32", "1 2", "“1 2” has a blank in it: give one number, without separators of thousands"],
    ["scalar", "float16", "70000", "70000 is out of range for float16 (-65504 to 65504)"],
  ] as const)("%s %s %j", async (kind, dtype, text, english) => {
    const told = await inApp(kind, dtype, text);
    expect(told).toEqual({ told: [english, expect.stringMatching(/\p{Script=Han}/u)] });
    expect(inElement(kind, dtype, text)).toEqual(told);
  });
});

describe("an address that a page of https may call by http", () => {
  it.each(["http://localhost:8080", "http://x.localhost", "http://127.0.0.1:8080"])(
    "%s is taken by the app's settings as by an element, which hands it to the client",
    (address) => {
      expect(checkAddress(address, "https:")).toBeUndefined();
      expect(() => new library.Client(address, "add", "add_common")).not.toThrow();
    },
  );

  it("is one of this machine: others are refused before a call, in the reader's language", () => {
    expect(checkAddress("http://localhost.example", "https:")).toBe("addressMixed");
    expect([settingsEn.addressMixed, settingsZh.addressMixed]).toEqual([
      expect.stringContaining("use an https address"),
      expect.stringMatching(/\p{Script=Han}/u),
    ]);
  });
});
