/** Files that are chosen for a tensor, as people have them. */

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { emptyDraft } from "../../src/app/playground/request/draft.ts";
import { inputFaultText } from "../../src/app/playground/request/fault-text.ts";
import { npyFacts } from "../../src/app/playground/request/read-file.ts";
import { readInput } from "../../src/app/playground/request/read-input.ts";
import { playgroundEn } from "../../src/app/words/en/playground.ts";
import { playgroundZh } from "../../src/app/words/zh/playground.ts";
import * as library from "../../src/client/index.ts";

type Bits = string | Uint8Array<ArrayBuffer>;

async function read(content: Bits, name: string, change: Partial<ReturnType<typeof emptyDraft>> = {}) {
  const draft = { ...emptyDraft("x"), ...change, file: new File([content], name) };
  const result = await readInput(draft, [], library);
  if ("value" in result) return { sent: String(result.value) };
  const [en, zh] = [playgroundEn, playgroundZh].map((words) =>
    inputFaultText(result, draft.dtype, words as never),
  );
  expect(zh).toMatch(/\p{Script=Han}/u);
  return { told: en };
}

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const ROWS = "array([[1., 2.], [3., 4.]], dtype=float32)";

describe("a text of numbers is read as what is pasted is", () => {
  it.each([
    ["16 bytes of a .txt", "1.50 2.50\n3 4.50", "array([[1.5, 2.5], [3. , 4.5]], dtype=float32)"],
    ["JSON", "[[1, 2], [3, 4]]\n", ROWS],
    ["CSV", "1,2\r\n3,4\r\n", ROWS],
    ["CSV with a byte order mark", "\ufeff1;2\r\n3;4\r\n", ROWS],
    ["a printout", "array([[1., 2.],\n       [3., 4.]], dtype=float32)", ROWS],
  ])("%s", async (name, text, sent) => {
    expect(await read(text, `${name}.txt`)).toEqual({ sent });
  });

  it("Excel's Unicode text", async () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from("1\t2\r\n3\t4\r\n", "utf16le")]);
    expect(await read(utf16, "sheet.txt")).toEqual({ sent: ROWS });
  });

  it("with the dtype and shape that are set beside it", async () => {
    expect(await read("1 2\n3 4", "x", { dtype: "int8", shape: "4" })).toEqual({
      sent: "array([1, 2, 3, 4], dtype=int8)",
    });
  });

  it.each([
    ["1,5\t2,5", "Element 1: “1,5” has a comma in it: write the decimal point as “.”"],
    ["a,b\n1,2\n", "Line 1, element 1: “a” is not a number"],
    ['{"instances": [{"x": [1]}]}', "The brackets do not match, or numbers and lists are mixed."],
  ])("%j is refused as it is there, and said to be text", async (text, why) => {
    const { told } = await read(text, "x.csv");
    expect(told).toContain(`The file is read as text. ${why}`);
    expect(told).toContain(".bin");
  });

  it("too large a one is told, with the limit", async () => {
    expect(await read("1\n".repeat(9 * 2 ** 20), "x.txt")).toEqual({
      told: "The file is 18 MB of text, and at most 16 MB are read: save the array as .npy with numpy.save.",
    });
  });
});

describe("what is no array is said to be what it is, and what to do:", () => {
  const zip = (name: string) => latin1(`PK\x03\x04${"\0".repeat(22)}\x05\0\0\0${name}\0\0\0\0`);
  it.each<[string, Bits, string, RegExp]>([
    ["an empty file", "", "x.bin", /x\.bin is empty/],
    [
      "a Git LFS pointer",
      "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n",
      "x.bin",
      /git lfs pull/,
    ],
    ["an .npz archive", zip("a.npy"), "x.zip", /\.npz archive of several arrays/],
    ["a zip archive", zip("a.txt"), "x", /zip archive/],
    ["gzip", gzipSync("1 2 3 4"), "x.gz", /gzip: unpack it/],
    ["a picture (PNG)", latin1("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "x", /picture \(PNG\).*“bytes”/],
    ["a picture (JPEG)", latin1("\xff\xd8\xff\xe0\0\x10JFIF\0\x01\0\0\0"), "x", /picture \(JPEG\).*“bytes”/],
    ["a picture (WebP)", latin1("RIFF\x10\0\0\0WEBPVP8 \0\0\0\0"), "x", /picture \(WebP\)/],
    ["HDF5", latin1("\x89HDF\r\n\x1a\n\0\0\0\0\0\0\0\0"), "x.h5", /HDF5/],
    ["a pickle", latin1("\x80\x04\x95\x0b\0\0\0\0\0\0\0]\x94(K\x01K\x02e."), "x.pkl", /pickle/],
    ["Parquet", latin1("PAR1\x15\x04\x15\0\0\0\0\0PAR1"), "x", /Parquet/],
    [
      "MATLAB's .mat",
      latin1(`MATLAB 5.0 MAT-file, Platform: GLNXA64${" ".repeat(78)}\0\0`),
      "x.mat",
      /MATLAB/,
    ],
    ["a PDF", "%PDF-1.7\n1234567", "x.pdf", /PDF/],
  ])("%s", async (_, content, name, said) => {
    expect((await read(content, name)).told).toMatch(said);
  });
});

describe("raw values", () => {
  const pixels = latin1("@@@@AAAABBBBCCCC");

  it("may be bytes that could be text, where the name says so", async () => {
    expect(await read(pixels, "x.bin", { dtype: "uint8", shape: "2, 8" })).toEqual({
      sent: "array([[64, 64, 64, 64, 65, 65, 65, 65], [66, 66, 66, 66, 67, 67, 67, 67]], dtype=uint8)",
    });
    expect((await read(pixels, "x")).told).toContain("“@@@@AAAABBBBCCCC” is not a number");
  });

  it("of any name are taken where they can't be text", async () => {
    expect(await read(new Uint8Array(new Float32Array([1, 2]).buffer), "x")).toEqual({
      sent: "array([1., 2.], dtype=float32)",
    });
    // Begins as a text of UTF-16 does.
    expect(await read(new Uint8Array(new Int16Array([-257, 0, 3]).buffer), "x", { dtype: "int16" })).toEqual({
      sent: "array([-257,    0,    3], dtype=int16)",
    });
  });
});

describe("what is shown of a file before it is sent", () => {
  it("is a .npy file's dtype and shape, without its elements being read", async () => {
    const file = (name: string) => new Blob([readFileSync(`test/app/npy/${name}.npy`)]);
    expect(await npyFacts(file("fortran"))).toMatchObject({ dtype: "int32", shape: [2, 3, 4] });
    expect(await npyFacts(file("big-endian"))).toMatchObject({ dtype: "float32", shape: [4] });
    expect(await npyFacts(file("fields"))).toBeUndefined();
    expect(await npyFacts(new Blob(["1 2"]))).toBeUndefined();
  });
});
