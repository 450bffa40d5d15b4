/** Files and folders that `--signature` and the command `signature` are given. */

import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { faultIn } from "../../src/cli/signature/json-fault.ts";
import { readServable, readServables } from "../../src/cli/signature/servable-file.ts";
import { directoryOf } from "../bridge/parts.ts";

const CONFIG = `from mindspore_serving.server import register
@register.register_method(output_names=["y"])
def twice(x: str):
    """Twice a text."""
    return register.add_stage(double, x, outputs_count=1)
`;
const json = (servable: string, methods: object = { m: {} }) =>
  JSON.stringify({ signature: 1, servable, methods });

/** The servables that are read of a folder's path, which may be given by `of`. */
async function namesOf(files: Record<string, string>, ...of: string[]): Promise<string[]> {
  const folder = await directoryOf(files);
  const given = (of.length === 0 ? [""] : of).map((path) => `${folder}/${path}`);
  return readServables(given).map(({ signature }) => signature.servable);
}

/** What is said of these files, without the path of the folder that they are in. */
async function told(files: Record<string, string>, ...of: string[]): Promise<string> {
  const folder = await directoryOf(files);
  try {
    readServables((of.length === 0 ? [""] : of).map((path) => `${folder}/${path}`));
  } catch (error) {
    return (error as Error).message.replaceAll(`${folder}/`, "");
  }
  return "nothing";
}

describe("what is given", () => {
  it("may be a servable_config.py, one signature, a list of them, and a servable's folder, together", async () => {
    const files = {
      "a/servable_config.py": CONFIG,
      "b.json": json("b"),
      "list.json": `[${json("c")}, ${json("d")}]`,
      "e/servable_config.py": CONFIG,
    };
    expect(await namesOf(files, "a/servable_config.py", "b.json", "list.json", "e")).toEqual([
      "a",
      "b",
      "c",
      "d",
      "e",
    ]);
  });

  it("may be a folder of servables, whose other folders and files are passed over", async () => {
    const files = {
      "a/servable_config.py": CONFIG,
      "a/1/servable_config.py": CONFIG,
      "b/b.signature.json": json("b"),
      "models/1/model.mindir": "",
      "c.signature.json": json("c"),
      "notes.json": "none",
    };
    expect(await namesOf(files)).toEqual(["c", "a", "b"]);
  });

  it.each([
    [
      "an empty folder",
      { "kept/.gitkeep": "" },
      "kept",
      "kept has no servable: it needs a servable_config.py or a NAME.signature.json, or folders that have one.",
    ],
    ["an empty list", { "s.json": "[]" }, "s.json", "s.json has no signature: put one into its list."],
    [
      "broken JSON",
      { "s.json": '{\n  "signature": 1,\n  "servable": add\n}' },
      "s.json",
      "s.json:3:15: this can't be read as JSON: mend it first",
    ],
    [
      "a broken servable_config.py",
      { "a/servable_config.py": "def m(:\n" },
      "",
      "a/servable_config.py:1:7: this can't be read as Python: mend it first",
    ],
    [
      "a wrong signature",
      { "s.json": json("a", { m: { inputs: { x: { kind: "number" } } } }) },
      "s.json",
      's.json: methods.m.inputs.x.kind is the string "number": write tensor, scalar, string, bytes or image, or leave it out',
    ],
    [
      "a wrong one in a list",
      { "s.json": `[${json("a")}, {"signature": 2}]` },
      "s.json",
      "s.json, entry 2: signature is 2: write 1, the version of this format",
    ],
    [
      "two signatures of one servable",
      { "a/servable_config.py": CONFIG, "a.signature.json": json("a") },
      "",
      "a has two signatures, in a.signature.json and in a/servable_config.py: give one of them.",
    ],
    [
      "a missing file",
      {},
      "missing.py",
      expect.stringMatching(/^missing\.py is not there: give the path of a file or folder/),
    ],
  ] as [string, Record<string, string>, string, string][])(
    "is told where it is %s",
    async (_, files, of, sentence) => {
      expect(await told(files, ...(of === "" ? [] : [of]))).toEqual(sentence);
    },
  );

  it("is told where a folder can't be followed", async () => {
    const folder = await directoryOf({ "a/servable_config.py": CONFIG });
    symlinkSync("b", `${folder}/b`);
    expect(() => readServables([`${folder}/b`])).toThrow(`${folder}/b can't be read: ELOOP`);
  });

  it("is one where one is wanted", async () => {
    const folder = await directoryOf({ "a/servable_config.py": CONFIG, "b/b.signature.json": json("b") });
    expect(() => readServable(folder)).toThrow(
      `${folder} has 2 servables, a, b: give the file or folder of one.`,
    );
    expect(readServable(`${folder}/a`, "other").signature.servable).toBe("other");
  });
});

describe("the encoding of a servable_config.py", () => {
  const docOf = (bytes: Buffer, head = "") => {
    const folder = mkdtempSync(join(tmpdir(), "encoding-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const text = `${CONFIG.replace("from", `${head}from`)}`;
    const [before, after] = text.split("Twice a text.");
    const path = join(folder, "servable_config.py");
    writeFileSync(path, Buffer.concat([Buffer.from(before!), bytes, Buffer.from(after!)]));
    return { path, doc: () => readServable(path).signature.methods.twice!.doc };
  };

  it.each([
    ["UTF-8", "", [0xe5, 0x9b, 0xbe], "图"],
    ["GBK", "# -*- coding: gbk -*-\n", [0xcd, 0xbc], "图"],
    [
      "GBK, by Windows' name, on the second line",
      "#!/usr/bin/env python3\n# vim: set fileencoding=cp936 :\n",
      [0xcd, 0xbc],
      "图",
    ],
    ["Latin-1, by Python's name", "# coding: latin_1\n", [0xe9], "é"],
  ])("is the one that it names: %s", (_, head, bytes, text) => {
    expect(docOf(Buffer.from(bytes), head).doc()).toBe(text);
  });

  it("is told with line and column where it is another than it names", () => {
    const { path, doc } = docOf(Buffer.from([0xe5, 0x9b, 0xbe, 0xff]));
    expect(doc).toThrow(`${path}:4:9: this is not in UTF-8: save the file so.`);
  });

  it("is told where nobody knows it", () => {
    const { path, doc } = docOf(Buffer.from("x"), "# coding: klingon\n");
    expect(doc).toThrow(`${path} says that it is in klingon, which is not known here: save it in UTF-8.`);
  });
});

describe("a NAME.signature.json beside servable_config.py", () => {
  /** Read with CONFIG, which it stands beside. */
  const beside = async (methods: object) => {
    const folder = await directoryOf({
      "a/servable_config.py": CONFIG,
      "a/a.signature.json": json("a", methods),
    });
    const { signature, notes } = readServable(`${folder}/a`);
    return { methods: signature.methods, notes: notes.map((note) => note.replaceAll(`${folder}/`, "")) };
  };

  it("completes what that tells, and what it tells is missing no more", async () => {
    expect(
      await beside({
        twice: {
          inputs: { x: { doc: "A text." } },
          outputs: { y: { kind: "string" } },
          examples: [{ inputs: { x: "ab" }, outputs: { y: "abab" } }],
        },
      }),
    ).toEqual({
      methods: {
        twice: {
          doc: "Twice a text.",
          inputs: { x: { kind: "string", doc: "A text." } },
          outputs: { y: { kind: "string" } },
          examples: [{ inputs: { x: "ab" }, outputs: { y: "abab" } }],
        },
      },
      notes: [],
    });
  });

  it("may name a method that the file can't be seen to register, which is said", async () => {
    const { methods, notes } = await beside({ thrice: { doc: "Three times." } });
    expect(Object.keys(methods)).toEqual(["twice", "thrice"]);
    expect(notes[1]).toBe(
      "a/a.signature.json: methods.thrice is not registered in a/servable_config.py, as far as that can be read.",
    );
  });

  it("is refused where it has an input that the file has not, or an example that does not fit", async () => {
    await expect(beside({ twice: { inputs: { z: {} } } })).rejects.toThrow(
      "a/a.signature.json: methods.twice.inputs.z is not in the servable_config.py, which has x: leave it out",
    );
    await expect(beside({ twice: { examples: [{ inputs: { x: 1 } }] } })).rejects.toThrow(
      "methods.twice.examples[0].inputs.x is 1: give a text",
    );
  });
});

describe("where a text stops being JSON", () => {
  it.each([
    ['{"a": 1,,}', 8],
    ['{"a": flot}', 6],
    ["{a}", 1],
    ['{"a": 1 "b"}', 8],
    ["[1,]", 3],
    ["[1, 2", 5],
    ["[1}", 2],
    ['["a\n"]', 1],
    ["[01]", 2],
    ["1 2", 2],
    ['{"a" 1}', 5],
    ["", 0],
  ])("%j: at %i", (text, at) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(faultIn(text)).toBe(at);
  });
});
