/** The playground's request while it is written, in the form and as JSON. */

import { describe, expect, it, vi } from "vitest";
import { emptyDraft, FIRST } from "../../src/app/playground/request/draft.ts";
import { WrittenRequest } from "../../src/app/playground/request/written-request.ts";
import * as library from "../../src/client/index.ts";

const draft = (name: string, text: string) => ({ ...emptyDraft(name), text });

function open() {
  const changed = vi.fn();
  return { request: new WrittenRequest(changed), changed };
}

describe("a request that is written in the form", () => {
  it("is the tutorial's instance to begin with, and what was written from then on", async () => {
    const { request, changed } = open();
    expect((await request.read(library))?.drafts).toEqual([FIRST]);
    request.edit([[draft("x", "1 2")]]);
    expect(changed).toHaveBeenCalledTimes(1);
    const read = await request.read(library);
    expect(read?.instances.map(({ x }) => String(x))).toEqual(["array([1., 2.], dtype=float32)"]);
  });

  it("is not read where an input has a fault, which the next edit takes away", async () => {
    const { request } = open();
    request.edit([[draft("x", "1"), draft("y", "?")]]);
    expect(await request.read(library)).toBeUndefined();
    expect(request.faults).toMatchObject([[undefined, { fault: "cell" }]]);
    request.edit([[draft("x", "1")]]);
    expect(request.faults).toEqual([]);
  });

  it("takes input names that were learned by the way only until something was written", () => {
    const { request } = open();
    request.suggestInputs(["a"]);
    expect(request.instances[0]!.map(({ name }) => name)).toEqual(["a"]);
    request.edit([[draft("x", "1")]]);
    request.suggestInputs(["b"]);
    expect(request.instances[0]!.map(({ name }) => name)).toEqual(["x"]);
  });

  it("keeps what was written for an input of the same name when names are asked for", async () => {
    const { request } = open();
    request.edit([[draft("x", "1"), draft("old", "2")]]);
    expect(await request.fillIn(["x", "new"], library)).toBe(true);
    expect(request.instances[0]!.map(({ name, text }) => [name, text])).toEqual([
      ["x", "1"],
      ["new", ""],
    ]);
  });
});

describe("a request that is written as JSON", () => {
  it("goes there and back", async () => {
    const { request } = open();
    request.edit([[draft("x", "1 2")]]);
    expect(await request.toJson(library)).toBe(true);
    expect(request.json).toContain('"x": [1, 2]');
    request.writeJson('{"instances": [{"y": [3]}]}');
    expect(request.toForm()).toBe(true);
    expect(request.json).toBeUndefined();
    expect(request.instances[0]!.map(({ name, text }) => [name, text])).toEqual([["y", "[3]"]]);
  });

  it("stays in the form when a fault would be lost", async () => {
    const { request } = open();
    request.edit([[draft("x", "?")]]);
    expect(await request.toJson(library)).toBe(false);
    expect(request.json).toBeUndefined();
    expect(request.faults).toMatchObject([[{ fault: "cell" }]]);
  });

  it("says what was written while it was checked, too", async () => {
    const { request } = open();
    request.edit([[draft("x", "1")]]);
    const turned = request.toJson(library);
    request.edit([[draft("x", "2")]]);
    await turned;
    expect(request.json).toContain('"x": [2]');
  });

  it("keeps files of the form as long as nobody writes in it", async () => {
    const { request } = open();
    const file = new File(["1"], "photo.jpg");
    request.edit([[{ ...draft("image", ""), kind: "bytes", file }]]);
    await request.toJson(library);
    const read = await request.read(library);
    expect(read!.instances[0]!.image).toBe(file);
  });

  it("tells a fault of the text, or of an input that it says, until it is written anew", async () => {
    const { request } = open();
    request.writeJson("{");
    expect(await request.read(library)).toBeUndefined();
    expect(request.jsonFault).toMatchObject({ fault: "noJson" });
    expect(request.toForm()).toBe(false);
    request.writeJson('[{"x": {"value": 300, "type": "uint8"}}]');
    expect(request.jsonFault).toBeUndefined();
    expect(await request.read(library)).toBeUndefined();
    expect(request.jsonFault).toMatchObject({ fault: "inputs", faults: [[{ fault: "scalar" }]] });
  });

  it("gives way to a past call, in the form", async () => {
    const { request } = open();
    request.writeJson("{");
    request.replace([[draft("x", "1")]]);
    expect(request.json).toBeUndefined();
    expect((await request.read(library))?.drafts).toEqual([[draft("x", "1")]]);
  });
});
