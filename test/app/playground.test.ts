import { describe, expect, it } from "vitest";
import { missing } from "../../src/app/playground/kept/asked.ts";
import { compact, readHistory } from "../../src/app/playground/kept/history.ts";
import { type Draft, emptyDraft, FIRST, withInputs } from "../../src/app/playground/request/draft.ts";
import { draftsOfJson } from "../../src/app/playground/request/json-request.ts";
import { readInput } from "../../src/app/playground/request/read-input.ts";
import { readRequest } from "../../src/app/playground/request/read-request.ts";
import { jsonOfDrafts } from "../../src/app/playground/request/written-json.ts";
import { queryOfTarget, targetOfQuery } from "../../src/app/serving/target.ts";
import * as library from "../../src/client/index.ts";

const draft = (change: Partial<Draft>): Draft => ({ ...emptyDraft("x"), ...change });
const read = async (change: Partial<Draft>) => {
  const result = await readInput(draft(change), [], library);
  return "fault" in result ? result : result.value;
};

describe("an input", () => {
  it("is a tensor of the dtype and shape that are set", async () => {
    expect(String(await read({ text: "1 2 3 4", shape: "2, 2", dtype: "int32" }))).toBe(
      "array([[1, 2], [3, 4]], dtype=int32)",
    );
    expect(await read({ text: "1 2 3", shape: "2, 2" })).toEqual({ fault: "sizes", has: 3, shape: "2, 2" });
    expect(await read({ text: "1", shape: "a" })).toMatchObject({ fault: "shape" });
  });

  it("is a scalar, a text or bytes", async () => {
    expect(String(await read({ kind: "scalar", dtype: "uint64", text: "18446744073709551615" }))).toBe(
      "uint64(18446744073709551615)",
    );
    expect(await read({ kind: "scalar", dtype: "bool", text: "2" })).toMatchObject({ fault: "scalar" });
    expect(await read({ kind: "string", text: " as is " })).toBe(" as is ");
    expect(await read({ kind: "bytes", text: "ff D8, 0x00" })).toEqual(new Uint8Array([255, 216, 0]));
    expect(await read({ kind: "bytes", text: "0x1, 0xA, FFd8" })).toEqual(new Uint8Array([1, 10, 255, 216]));
    for (const text of ["f", "f f", "0x", "0xfff", "ff:d8", "fg"]) {
      expect(await read({ kind: "bytes", text })).toMatchObject({ fault: "hex" });
    }
  });

  it("is a file as it is, or its raw values", async () => {
    const raw = new File([new Float32Array([1, 2, 3, 4])], "x.bin");
    expect(await read({ kind: "bytes", file: raw })).toBe(raw);
    expect(String(await read({ file: raw, shape: "2, 2" }))).toBe(
      "array([[1., 2.], [3., 4.]], dtype=float32)",
    );
    expect(await read({ file: raw, shape: "5" })).toMatchObject({ fault: "sizes", has: 4 });
    expect(await read({ file: new File(["abc"], "x.bin") })).toEqual({
      fault: "rawBytes",
      bytes: 3,
      itemSize: 4,
    });
    expect(await read({ file: { name: "gone", size: 3 } })).toMatchObject({
      fault: "fileGone",
      about: "gone",
    });
  });

  it("has a name of its own", async () => {
    expect(await read({ name: "" })).toEqual({ fault: "nameless" });
    const twice = await readRequest([[draft({ text: "1" }), draft({ text: "1" })]], library);
    expect(twice).toMatchObject({ faults: [[undefined, { fault: "twice", about: "x" }]] });
  });

  it("may have any name: `__proto__` is one like others", async () => {
    const result = await readRequest([[draft({ name: "__proto__", text: "1" })]], library);
    expect(Object.keys((result as { instances: object[] }).instances[0]!)).toEqual(["__proto__"]);
  });

  it("that the server names keeps what was written under that name", () => {
    expect(withInputs(FIRST, ["x2", "x3"]).map(({ name, text }) => [name, text])).toEqual([
      ["x2", "[[1, 1], [1, 1]]"],
      ["x3", ""],
    ]);
  });
});

describe("JSON", () => {
  it("is read in the form of Serving's RESTful service", async () => {
    const text = `{"instances": [{"a": [[1, 2], [3, 4]], "b": true, "c": "ox", "d": {"b64": "/9g="},
      "e": {"value": ["9007199254740993"], "type": "int64", "shape": [1]}, "f": {"value": 3, "dtype": "int8"}, "g": [true, false]}]}`;
    const parsed = draftsOfJson(text) as { instances: Draft[][] };
    const result = await readRequest(parsed.instances, library);
    const [instance] = (result as { instances: Record<string, unknown>[] }).instances;
    expect(Object.values(instance!).map(String)).toEqual([
      "array([[1., 2.], [3., 4.]], dtype=float32)",
      "bool(true)",
      "ox",
      "255,216",
      "array([9007199254740993])",
      "int8(3)",
      "array([ True, False])",
    ]);
  });

  it("that is typed may have any number of instances: it need not become a form", () => {
    const text = JSON.stringify(Array.from({ length: 1500 }, () => ({ x: 1 })));
    expect(draftsOfJson(text)).toHaveProperty("instances.length", 1500);
  });

  it("that is typed with lists in lists without end is refused with its place", () => {
    const text = `[{"x": ${"[".repeat(50_000)}${"]".repeat(50_000)}}]`;
    expect(draftsOfJson(text)).toEqual({ fault: "jsonDeep", about: "instances[0].x" });
  });

  it("written from the form is read back as the same", async () => {
    const drafts = [
      [
        draft({ text: "[[1, nan], [3, 4]]" }),
        draft({ name: "n", dtype: "int64", text: "9007199254740993", shape: "1" }),
        draft({ name: "s", kind: "string", text: 'a "b"\n' }),
        draft({ name: "b", kind: "bytes", text: "00 ff" }),
        draft({ name: "k", kind: "scalar", dtype: "float64", text: "-inf" }),
        draft({ name: "i", text: "[inf, -Infinity, -0]" }),
        draft({ name: "z", kind: "scalar", text: "-0" }),
        draft({ name: "p", dtype: "int8", text: "1 2", shape: "1×2" }),
      ],
    ];
    const again = draftsOfJson(jsonOfDrafts(drafts)) as { instances: Draft[][] };
    expect(await readRequest(again.instances, library)).toEqual(await readRequest(drafts, library));
  });

  it.each([
    ["{", "noJson"],
    ["[]", "noInstances"],
    ["3", "noInstances"],
    ['[{"x": null}]', "jsonValue"],
    ['[{"x": {"value": [1], "type": "int7"}}]', "jsonType"],
    ['[{"x": {"value": [1], "typ": "int8"}}]', "jsonValue"],
    ['[{"x": {"value": [1], "shape": "1"}}]', "jsonValue"],
    ['[{"x": {"value": {"a": 1}, "type": "str"}}]', "jsonValue"],
    ['[{"x": {"file": "a.npy"}}]', "jsonFile"],
    ['[{"x": {"b64": "%"}}]', "jsonValue"],
    ['[{"x": {"value": [[1], [9007199254740993]], "type": "int64"}}]', "jsonDigits"],
    ['[{"x": {"value": 18446744073709551615, "type": "uint64"}}]', "jsonDigits"],
  ])("%s is refused as %s", (text, fault) => {
    expect(draftsOfJson(text)).toMatchObject({ fault });
  });
});

describe("an element in JSON's lists", () => {
  it.each(["null", "1e400", '"1,5"', '"1 2"', '"1;2"', '"1], [2"', '""', '"(5)"'])(
    "%s is refused, not left out or read as several",
    async (element) => {
      const { instances } = draftsOfJson(`[{"x": [${element}, 3]}]`) as { instances: Draft[][] };
      expect(await readRequest(instances, library)).toHaveProperty("faults.0.0.fault");
    },
  );
});

describe("the link", () => {
  it("carries servable, method and version, and nothing else", () => {
    const target = { servable: "a&b", method: "m", version: "3" };
    expect(queryOfTarget(target)).toBe("servable=a%26b&method=m&version=3");
    expect(targetOfQuery(queryOfTarget(target))).toEqual(target);
    expect(targetOfQuery("version=x&servable=")).toEqual({
      servable: "add",
      method: "add_common",
      version: "0",
    });
  });
});

describe("history", () => {
  const call = { at: 1, ms: 2, failed: false, servable: "add", method: "m", version: "0" };

  it("keeps texts, and of files and long texts what is needed to say that they are missing", () => {
    const kept = compact([
      draft({ text: "1" }),
      draft({ name: "photo", kind: "bytes", file: new File(["abc"], "p.jpg") }),
      draft({ name: "long", text: "1 ".repeat(3000) }),
    ]);
    const again = readHistory(JSON.parse(JSON.stringify([{ ...call, instances: [kept] }])));
    expect(again[0]!.instances[0]![0]!.text).toBe("1");
    expect(missing(again[0]!.instances)).toEqual(["photo", "long"]);
    expect(JSON.stringify(again).length).toBeLessThan(600);
  });

  it("takes nothing that it did not write", () => {
    for (const kept of [
      null,
      {},
      [null],
      [{}],
      [{ ...call, instances: [[{}]] }],
      [{ ...call, version: "v" }],
    ]) {
      expect(readHistory(kept)).toEqual([]);
    }
  });
});
