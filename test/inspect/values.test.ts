/** What a message's tensor means, and a request as protobuf's JSON. */

import { describe, expect, it } from "vitest";
import { float16, int64, tensor } from "../../src/client/index.ts";
import { inspectedValue, replyJson, requestJson } from "../../src/inspect/index.ts";
import { encodeInput } from "../../src/wire/input.ts";

describe("a message's tensor", () => {
  it.each([
    ["a matrix", tensor([[1, 2]]), "array([[1., 2.]], dtype=float32)"],
    ["a typed scalar", int64(5), "array(5)"],
    ["float16", float16(0.5), "array(0.5, dtype=float16)"],
    ["a text", "hi", "hi"],
  ])("is the value that was sent: %s", (_, given, text) => {
    expect(String(inspectedValue(encodeInput(given as never)))).toBe(text);
  });

  it("of a file is that file, of bytes the bytes, and of several texts a list", () => {
    const file = new File(["abc"], "a.txt");
    expect(inspectedValue(encodeInput(file))).toBe(file);
    expect(inspectedValue(encodeInput(new Uint8Array([1, 2])))).toEqual(new Uint8Array([1, 2]));
    const bytesVal = ["a", "b"].map((text) => new TextEncoder().encode(text));
    expect(inspectedValue({ dtype: 13, bytesVal })).toEqual(["a", "b"]);
  });

  it("that breaks its own shape or has an unknown dtype is given as its bytes", () => {
    const data = new Uint8Array([1, 2, 3]);
    expect(inspectedValue({ dtype: 11, shape: [2], data, bytesVal: [] })).toBe(data);
    expect(inspectedValue({ dtype: 99, shape: [3], data, bytesVal: [] })).toBe(data);
  });
});

it("a request is protobuf's JSON: numbers of 64 bits as texts, bytes in base64, files too", async () => {
  const request = {
    spec: { name: "add", method: "m", version: 2n },
    instances: [
      new Map([
        ["x", encodeInput(tensor([1]))],
        ["f", encodeInput(new Blob(["abc"]))],
      ]),
    ],
  };
  const form = { instancesFields: [2], emptyData: true } as const;
  expect(await requestJson({ request, form })).toEqual({
    servableSpec: { name: "add", methodName: "m", versionNumber: "2" },
    instances: [
      {
        items: {
          x: { shape: { dims: ["1"] }, dtype: "MS_FLOAT32", data: "AACAPw==" },
          f: { shape: { dims: ["1"] }, dtype: "MS_BYTES", bytesVal: ["YWJj"] },
        },
      },
    ],
  });
  expect(await replyJson({ instances: [], errors: [{ code: 1, text: "no" }] })).toEqual({
    instances: [],
    errorMsg: [{ errorCode: "1", errorMsg: "bm8=" }],
  });
});
