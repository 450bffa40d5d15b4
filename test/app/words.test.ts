import { describe, expect, it } from "vitest";
import type { CellFault } from "../../src/app/add/cell.ts";
import { faultText } from "../../src/app/add/cell-fault.ts";
import type { Failure } from "../../src/app/serving/call.ts";
import { failureText } from "../../src/app/serving/failure-text.ts";
import { en } from "../../src/app/words/en.ts";
import { DICTIONARIES, languageOf } from "../../src/app/words/language.ts";
import { zh } from "../../src/app/words/zh.ts";

type Word = string | ((...values: never[]) => string);
const say = (word: Word): string =>
  typeof word === "string" ? word : word(...(Array.from({ length: word.length }, () => 2) as never[]));

/** Names that are the same in both languages. */
const SAME = ["lessThan"];

describe("the dictionaries", () => {
  it("have the same words, of the same kind, none empty", () => {
    expect(Object.keys(zh)).toEqual(Object.keys(en));
    for (const [key, word] of Object.entries(en) as [keyof typeof en, Word][]) {
      const other = zh[key] as Word;
      expect(typeof other, key).toBe(typeof word);
      if (typeof word === "function") expect(other.length, key).toBe(word.length);
      expect(say(word).trim(), key).not.toBe("");
      expect(say(other).trim(), key).not.toBe("");
      if (!SAME.includes(key))
        expect(/\p{Script=Han}|：/u.test(say(other)), `${key}: ${say(other)}`).toBe(true);
      expect(/\p{Script=Han}/u.test(say(word)), key).toBe(false);
    }
  });

  it("count in English grammar", () => {
    expect(en.progress(0, 0, 1)).toBe("1 photo · 0 done");
    expect(en.progress(3, 1, 4)).toBe("4 photos · 3 done · 1 failed");
    expect(en.fixCells(1)).toMatch(/^1 cell needs/);
    expect(en.fixCells(2)).toMatch(/^2 cells need/);
  });
});

describe("the language", () => {
  it.each([
    [["zh-CN", "en"], "zh"],
    [["zh"], "zh"],
    [["en-GB", "zh-CN"], "en"],
    [["de-DE", "zh-TW"], "zh"],
    [["de-DE"], "en"],
    [[], "en"],
  ])("of %j is %s", (wanted, language) => {
    expect(languageOf(wanted)).toBe(language);
  });
});

describe("a failure's text", () => {
  const hint = { en: "Do this.", zh: "这样做。" };
  const told: Failure = { text: "Servable stopped", kind: "worker-down", hint };

  it("is the server's own, with the hint in the page's language", () => {
    expect(failureText(told, en, "en")).toEqual({ text: "Servable stopped", todo: "Do this." });
    expect(failureText(told, zh, "zh")).toEqual({ text: "Servable stopped", todo: "这样做。" });
    expect(failureText({ ...told, text: "" }, en, "en").text).toBe(en.serverSilent);
    expect(failureText({ text: "no", kind: "misuse" }, en, "en").todo).toBe(en.misuseDo);
  });

  it("of the page's own failures says what to do too", () => {
    expect(failureText({ word: "tooLargeFile", about: "106 MB" }, en, "en")).toEqual({
      text: en.tooLargeFile("106 MB"),
      todo: en.tooLargeFileDo,
    });
    expect(failureText({ word: "emptyFile" }, zh, "zh").todo).toBe(zh.emptyFileDo);
  });

  it("of a cell names what it needs", () => {
    const faults: CellFault[] = [
      { fault: "empty" },
      { fault: "notNumber", text: "x" },
      { fault: "notWhole", text: "1.5" },
      { fault: "notBool", text: "2" },
      { fault: "outOfRange", text: "300", min: "-128", max: "127" },
    ];
    for (const words of Object.values(DICTIONARIES)) {
      const texts = faults.map((fault) => faultText(fault, "int8", words));
      expect(new Set(texts).size).toBe(faults.length);
    }
    expect(faultText(faults[4]!, "int8", en)).toBe("300 is out of range for int8 (-128 to 127)");
  });
});
