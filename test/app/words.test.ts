import { beforeAll, describe, expect, it } from "vitest";
import { bringWordsOf, show } from "../../src/app/words/language.ts";
import { words } from "../../src/app/words/words.ts";
import { emptyFile, type Failure, thrownFailure, tooLargeFile } from "../../src/failures/index.ts";
import {
  type CellFault,
  cellFaultText,
  failureText,
  type Language,
  languageOfTags,
} from "../../src/ui/index.ts";

type Word = string | ((...values: never[]) => string);
const names = () => Object.keys(Object.getOwnPropertyDescriptors(words)) as (keyof typeof words)[];

/** Every word as it is said now, functions with the count 2 (or 1) everywhere. */
const said = (count: number) =>
  new Map(
    names().map((name) => {
      const word = words[name] as Word;
      const values = typeof word === "string" ? [] : Array.from({ length: word.length }, () => count);
      return [name, typeof word === "string" ? word : word(...(values as never[]))];
    }),
  );

/** Names, which are said without Chinese words. */
const SAME = ["lessThan", "asJson", "asNumpy", "rungCors", "rungGrpcWeb", "rungWorker", "rungServable"];

beforeAll(async () => {
  for (const name of [
    "add",
    "camera",
    "code",
    "evaluate",
    "inspector",
    "live",
    "load",
    "photos",
    "playground",
    "settings",
  ]) {
    await bringWordsOf({
      en: async () => (await import(`../../src/app/words/en/${name}.ts`))[`${name}En`],
      zh: async () => (await import(`../../src/app/words/zh/${name}.ts`))[`${name}Zh`],
    });
  }
});

describe("the words", () => {
  it.each([1, 2])("are there in both languages, with each value in its place, for %d", async (count) => {
    await show("en");
    const english = said(count);
    await show("zh");
    const chinese = said(count);
    await show("en");
    for (const [name, text] of english) {
      const other = chinese.get(name)!;
      expect(text.trim(), name).not.toBe("");
      expect(/\p{Script=Han}/u.test(text), name).toBe(false);
      if (!SAME.includes(name)) expect(/\p{Script=Han}|：/u.test(other), `${name}: ${other}`).toBe(true);
      expect(`${text}${other}`).not.toMatch(/undefined|\[object/);
    }
  });

  it("switched twice at once are those of the language that was asked for last", async () => {
    await Promise.all([show("zh"), show("en")]);
    expect(words.addTitle).toBe("Add matrices");
    await Promise.all([show("en"), show("zh")]);
    expect(words.addTitle).toBe("矩阵相加");
    await show("en");
  });

  it("count in English grammar", () => {
    expect(words.progress(0, 0, 1)).toBe("1 photo · 0 done");
    expect(words.progress(3, 1, 4)).toBe("4 photos · 3 done · 1 failed");
    expect(words.fixCells(1)).toMatch(/^1 cell needs/);
    expect(words.fixCells(2)).toMatch(/^2 cells need/);
  });

  it("keep the order of values that Chinese turns around", async () => {
    await show("zh");
    expect(words.progress(3, 1, 4)).toBe("共 4 张 · 完成 3 张 · 失败 1 张");
    expect(words.addDone(2, 3)).toBe("3 个实例中完成 2 个");
    await show("en");
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
    expect(languageOfTags(wanted)).toBe(language);
  });
});

describe("a failure's text", () => {
  const hint = { en: "Do this.", zh: "这样做。" };
  const told: Failure = { error: "Servable stopped", kind: "worker-down", scope: "call", hint };

  it("is the server's own, with the hint in the page's language", () => {
    expect(failureText(told, words, "en")).toEqual({ text: "Servable stopped", todo: "Do this." });
    expect(failureText(told, words, "zh")).toEqual({ text: "Servable stopped", todo: "这样做。" });
    expect(failureText({ ...told, error: "" }, words, "en").text).toBe(words.serverSilent);
    expect(failureText(thrownFailure(new TypeError("no")), words, "en")).toEqual({
      text: "no",
      todo: "Change the input as the message says.",
    });
  });

  it("of the page's own failures says what to do too", () => {
    expect(failureText(tooLargeFile("106 MB"), words, "en")).toEqual({
      text: "This file is 106 MB, above Serving's limit of 100 MB for a request.",
      todo: "Choose a smaller copy.",
    });
    expect(failureText(emptyFile(), words, "zh")).toEqual({
      text: "这个文件是空的（0 字节）。",
      todo: "请选择有内容的图片。",
    });
  });

  it("of a cell names what it needs", async () => {
    const faults: CellFault[] = [
      { fault: "empty" },
      { fault: "notNumber", text: "x" },
      { fault: "notWhole", text: "1.5" },
      { fault: "notBool", text: "2" },
      { fault: "outOfRange", text: "300", min: "-128", max: "127" },
    ];
    for (const language of ["zh", "en"] satisfies Language[]) {
      await show(language);
      const texts = faults.map((fault) => cellFaultText(fault, "int8", words));
      expect(new Set(texts).size).toBe(faults.length);
    }
    expect(cellFaultText(faults[4]!, "int8", words)).toBe("300 is out of range for int8 (-128 to 127)");
  });
});
