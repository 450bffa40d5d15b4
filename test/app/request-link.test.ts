/** What is written, in a link and out of it again. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Draft, type DraftInstance, emptyDraft, FIRST } from "../../src/app/playground/request/draft.ts";
import { readRequest } from "../../src/app/playground/request/read-request.ts";
import { nameTwice, wholeJson } from "../../src/app/playground/request/written-json.ts";
import { readRequestParam, requestParam } from "../../src/app/playground/share/request-link.ts";
import * as library from "../../src/client/index.ts";
import { drafts } from "./drafts.ts";

const draft = (change: Partial<Draft>): Draft => ({ ...emptyDraft("x"), ...change });
const again = (instances: readonly DraftInstance[]) => {
  const read = readRequestParam(requestParam(instances));
  if ("fault" in read) throw new Error(JSON.stringify(read));
  return read.instances;
};
const packed = (json: string, form = "1") => `${form}.${Buffer.from(json).toString("base64url")}`;

describe("a request in a link", () => {
  it("gives back the values of every kind and dtype as they are", async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (instances) => {
        const values = await readRequest(instances, library);
        expect(values).toHaveProperty("instances");
        expect(await readRequest(again(instances), library)).toEqual(values);
      }),
    );
  });

  it("is made of characters that no chat program ends a link at", () => {
    expect(requestParam([[draft({ name: "牛", kind: "string", text: 'ox "<牛>" ??>>' })]])).toMatch(
      /^1\.[\w-]+$/,
    );
  });

  it("is short for the tutorial's matrices, and readable once decoded", () => {
    const param = requestParam([FIRST]);
    expect(Buffer.from(param.slice(2), "base64url").toString()).toBe(
      '[{"x1":[[1,1],[1,1]],"x2":[[1,1],[1,1]]}]',
    );
  });

  it("keeps what is no value yet as it is written, with its dtype and shape", () => {
    const written = [
      draft({ text: "[[1, 2", dtype: "int8", shape: "2, 2" }),
      draft({ name: "empty", dtype: "float16" }),
      draft({ name: "shape", text: "1 2", shape: "two" }),
      draft({ name: "s", kind: "scalar", dtype: "int64", text: "1.5" }),
      draft({ name: "b", kind: "bytes", dtype: "float32", text: "f" }),
    ];
    expect(again([written])).toEqual([written]);
  });

  it("has a file's name and size, and nothing of what is in it", () => {
    const file = new File(["secret"], "photo.jpg");
    const instances = [[draft({ kind: "bytes", file })]];
    expect(Buffer.from(requestParam(instances), "base64url").toString()).not.toContain("secret");
    expect(again(instances)[0]![0]!.file).toEqual({ name: "photo.jpg", size: 6 });
  });

  it("is shown before it is copied as it will be read", () => {
    const shown = JSON.parse(wholeJson([[draft({ text: "1 2", dtype: "int8", shape: "2" })]]));
    expect(shown).toEqual([{ x: { value: [1, 2], type: "int8", shape: [2] } }]);
  });

  it("can't have two inputs of one name, which is told by that name", () => {
    expect(nameTwice([FIRST, [...FIRST, draft({ name: "x2" })]])).toBe("x2");
    expect(nameTwice([FIRST, FIRST])).toBeUndefined();
  });
});

describe("what stands in a link", () => {
  it.each([
    ["nothing", "", "linkBroken"],
    ["a text", "hello", "linkBroken"],
    ["no base64", "1.%%%", "linkBroken"],
    ["a link that was cut off", requestParam([FIRST]).slice(0, -9), "linkBroken"],
    [
      "bytes that are no UTF-8",
      `1.${Buffer.from('[{"x":"\xff"}]', "latin1").toString("base64url")}`,
      "linkBroken",
    ],
    ["the form of a newer page", packed("[]", "2"), "linkForm"],
    ["more characters than any link has", `1.${"A".repeat(20_000)}`, "linkLong"],
    ["no list", packed('{"x":1}'), "noInstances"],
    ["no instance", packed("[]"), "noInstances"],
    ["null for a value", packed('[{"x":null}]'), "jsonValue"],
    ["an unknown dtype", packed('[{"x":{"value":[1],"type":"int7"}}]'), "jsonType"],
    ["thousands of instances", packed(`[${"{},".repeat(2000)}{}]`), "jsonMany"],
    ["lists in lists without end", packed(`[{"x":${"[".repeat(2000)}${"]".repeat(2000)}}]`), "jsonDeep"],
    ["a kind that is none", packed('[{"x":{"kind":"script","text":"1"}}]'), "jsonValue"],
    ["a text that is none", packed('[{"x":{"kind":"tensor","text":{}}}]'), "jsonValue"],
    ["a file without a name", packed('[{"x":{"kind":"bytes","b64":"AA=="}}]'), "jsonValue"],
    ["a file of a size that is none", packed('[{"x":{"kind":"bytes","file":"a","size":-1}}]'), "jsonValue"],
    ["fields that nobody knows", packed('[{"x":{"kind":"tensor","onclick":"1"}}]'), "jsonValue"],
  ])("%s is refused", (_, param, fault) => {
    expect(readRequestParam(param)).toMatchObject({ fault });
  });

  it("is read or refused, whatever it is, and never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => packed(json)),
        ),
        (param) => {
          const read = readRequestParam(param);
          expect("fault" in read || read.instances.length > 0).toBe(true);
        },
      ),
    );
  });

  it("may name an input `__proto__`: it is one like others", () => {
    const read = readRequestParam(packed('[{"__proto__":3}]'));
    expect(read).toMatchObject({ instances: [[{ name: "__proto__", text: "3" }]] });
  });
});
