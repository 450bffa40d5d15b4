/** What the playground makes of a signature: the form, examples, and what is checked before sending. */

import { describe, expect, it, vi } from "vitest";
import { type Draft, emptyDraft } from "../../src/app/playground/request/draft.ts";
import { onlyUnlike, readRequest } from "../../src/app/playground/request/read-request.ts";
import {
  exampleInstance,
  type SignedInputs,
  signedInstance,
} from "../../src/app/playground/request/signed-form.ts";
import { unlike } from "../../src/app/playground/request/unlike.ts";
import { WrittenRequest } from "../../src/app/playground/request/written-request.ts";
import * as library from "../../src/client/index.ts";
import { checked, type ValueSignature } from "../../src/signature/index.ts";
import { encodeInput } from "../../src/wire/index.ts";

const draft = (name: string, change: Partial<Draft>): Draft => ({ ...emptyDraft(name), ...change });
const PIXELS: SignedInputs = { pixels: { kind: "tensor", dtype: "uint8", shape: [2, 2] } };

describe("a form of a signature", () => {
  it("has the inputs in their order with kind, dtype and shape, of which a reader writes the unknown", () => {
    const form = signedInstance(
      {
        z: { kind: "scalar", dtype: "int64" },
        a: { dtype: "float16", shape: [null, 3] },
        image: { kind: "image" },
        row: { kind: "tensor", shape: [5] },
        what: { doc: "anything" },
      },
      [draft("what", { kind: "string", text: "mine" }), draft("a", { shape: "4, 3" })],
    );
    expect(form.map(({ name, kind, dtype, shape, text }) => [name, kind, dtype, shape, text])).toEqual([
      ["z", "scalar", "int64", "", ""],
      ["a", "tensor", "float16", "4, 3", ""],
      ["image", "bytes", "float32", "", ""],
      ["row", "tensor", "float32", "(5,)", ""],
      ["what", "string", "float32", "", "mine"],
    ]);
  });

  it("keeps what was written under a name only where it can be that input's value", () => {
    const text = (change: Partial<Draft>) => signedInstance(PIXELS, [draft("pixels", change)])[0]!.text;
    expect(text({ text: "1 2 3 4" })).toBe("1 2 3 4");
    expect(text({ text: "1 2 3" })).toBe("");
    expect(text({ kind: "string", text: "1 2 3 4" })).toBe("");
  });

  it("takes an example's values, of which pictures and long bytes are files", async () => {
    const png = Buffer.from("89504e470d0a1a0a", "hex");
    const [m, n, big, s, b, image, mask] = exampleInstance(
      {
        inputs: {
          m: [
            [1, 2],
            [3, 4],
          ],
          n: 3,
          big: "9007199254740993",
          s: "ox",
          b: { base64: Buffer.from([255, 0]).toString("base64") },
          image: { base64: png.toString("base64") },
          mask: [true, false],
        },
      },
      {
        m: { kind: "tensor", dtype: "int8", shape: [2, 2] },
        big: { dtype: "int64" },
        image: { kind: "image" },
      },
    );
    expect(m).toMatchObject({ kind: "tensor", dtype: "int8", shape: "(2, 2)", text: "[[1, 2], [3, 4]]" });
    expect(n).toMatchObject({ kind: "scalar", dtype: "float32", text: "3" });
    expect(big).toMatchObject({ kind: "scalar", dtype: "int64", text: "9007199254740993" });
    expect(s).toMatchObject({ kind: "string", text: "ox" });
    expect(b).toMatchObject({ kind: "bytes", text: "ff 00" });
    expect(mask).toMatchObject({ kind: "tensor", dtype: "bool" });
    const file = image!.file as File;
    expect([file.type, Buffer.from(await file.arrayBuffer())]).toEqual(["image/png", png]);
  });
});

describe("a value that is checked before it is sent", () => {
  const VALUES = [
    library.tensor([1, 2, 3, 4], "uint8", [2, 2]),
    library.tensor([1, 2], "float32", [2]),
    library.tensor([1], "int8", [1]),
    library.tensor([1], "int8", []),
    library.int8(1),
    "text",
    new Uint8Array([1]),
    new File(["1"], "a.bin"),
  ];
  const SIGNATURES: ValueSignature[] = [
    {},
    { doc: "anything" },
    { kind: "string" },
    { kind: "bytes" },
    { kind: "image" },
    { kind: "scalar" },
    { kind: "scalar", dtype: "int8" },
    { kind: "tensor" },
    { kind: "tensor", shape: [] },
    { dtype: "uint8" },
    { kind: "tensor", dtype: "float32", shape: [null] },
    { kind: "tensor", dtype: "uint8", shape: [null, 2] },
    { kind: "tensor", shape: [2, 3] },
  ];

  it.each(SIGNATURES)(
    "is refused by %o where the library's own check refuses it, and only there",
    (signature) => {
      const { check } = checked(
        { signature: 1, servable: "s", methods: { m: { inputs: { x: signature } } } },
        "m",
      );
      for (const value of VALUES) {
        const message = new Map([["x", encodeInput(value)]]);
        let refused = false;
        try {
          check!(message, "instance 0");
        } catch {
          refused = true;
        }
        expect(unlike(value, signature) !== undefined, String(value)).toBe(refused);
      }
    },
  );

  it("is told where it stands, with what is missing, and is sent all the same when that is asked for", async () => {
    const instance = [draft("x", { text: "1" }), draft("y", { text: "1" })];
    const signed: SignedInputs = { x: { dtype: "int8" }, z: {}, y: { dtype: "float32" } };
    const { faults } = (await readRequest([instance], library, signed)) as { faults: object[][] };
    expect(faults).toMatchObject([
      [
        { fault: "unlike", given: { dtype: "float32", shape: [1] } },
        undefined,
        { fault: "missing", about: "z" },
      ],
    ]);
    expect(onlyUnlike([[{ fault: "noImage" }, undefined]])).toBe(true);
    expect(onlyUnlike([[{ fault: "noImage" }, { fault: "hex" }]])).toBe(false);
    const request = new WrittenRequest(vi.fn());
    request.aim("s.m", signed);
    request.edit([instance]);
    expect(await request.read(library)).toBeUndefined();
    expect((await request.read(library, undefined, true))?.instances).toHaveLength(1);
  });

  it("of a picture's input is not an empty one", () => {
    expect(unlike(new Uint8Array(), { kind: "image" })).toEqual({ fault: "noImage" });
    expect(unlike(new Uint8Array(), { kind: "bytes" })).toBeUndefined();
  });
});

describe("a request whose method is changed", () => {
  const names = (request: WrittenRequest) => request.instances[0]!.map(({ name }) => name);
  const SUM: SignedInputs = { a: { kind: "scalar" }, b: { kind: "scalar" } };

  it("takes the new one's inputs, and has what was written when the old one comes back", () => {
    const request = new WrittenRequest(vi.fn());
    request.aim("s.pixels", PIXELS);
    expect(names(request)).toEqual(["pixels"]);
    request.edit([[draft("pixels", { text: "1 2 3 4" }), draft("more", { text: "5" })]]);
    request.aim("s.sum", SUM);
    expect(names(request)).toEqual(["a", "b"]);
    request.aim("s.unknown", undefined);
    expect(names(request)).toEqual(["a", "b"]);
    request.aim("s.pixels", PIXELS);
    expect(request.instances[0]!.map(({ text }) => text)).toEqual(["1 2 3 4", "5"]);
  });

  it("has the JSON back that was written for a method", () => {
    const request = new WrittenRequest(vi.fn());
    request.aim("s.pixels", PIXELS);
    request.writeJson('[{"pixels": ');
    request.aim("s.sum", SUM);
    expect(request.json).toContain('"a"');
    request.aim("s.pixels", PIXELS);
    expect(request.json).toBe('[{"pixels": ');
  });

  it("stays as it is where no signature is known", () => {
    const request = new WrittenRequest(vi.fn());
    request.aim("s.a", undefined);
    request.edit([[draft("x", { text: "1" })]]);
    request.aim("s.b", undefined);
    request.edit([[draft("x", { text: "2" })]]);
    request.aim("s.a", undefined);
    expect(request.instances[0]![0]!.text).toBe("2");
  });

  it("is left alone by a signature that comes when something was written, until that is asked for", async () => {
    const request = new WrittenRequest(vi.fn());
    request.aim("s.pixels", undefined);
    request.edit([[draft("x", { text: "1" })]]);
    request.aim("s.pixels", PIXELS);
    expect(names(request)).toEqual(["x"]);
    await request.fillIn(Object.keys(PIXELS), library);
    expect(names(request)).toEqual(["pixels"]);
  });
});
