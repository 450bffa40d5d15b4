import { describe, expect, it } from "vitest";
import { int32, tensor } from "../../src/client/index.ts";
import { encodeInput } from "../../src/wire/input.ts";
import { encodeInstances } from "../../src/wire/instance.ts";
import { MS_BYTES, MS_STRING } from "../../src/wire/schema.ts";
import { toHex } from "../setup/bytes.ts";
import { here } from "../setup/here.ts";

const hex = (bytes: unknown) => toHex(bytes as Uint8Array);

describe("values and how they are sent", () => {
  it.each([
    ["a bare number is float32 of shape (1,)", 1.5, { dtype: 11, shape: [1], data: "0000c03f" }],
    ["a whole one too", 5, { dtype: 11, shape: [1], data: "0000a040" }],
    ["a boolean", true, { dtype: 1, shape: [1], data: "01" }],
    ["a bigint is int64", -1n, { dtype: 8, shape: [1], data: "ffffffffffffffff" }],
    ["from 2^63 on uint64", 2n ** 63n, { dtype: 9, shape: [1], data: "0000000000000080" }],
    ["a typed scalar has shape ()", int32(5), { dtype: 6, shape: [], data: "05000000" }],
    ["a typed array is a 1-D tensor", Int16Array.of(1, 2), { dtype: 4, shape: [2], data: "01000200" }],
    ["a tensor", tensor([[1]], "uint8"), { dtype: 3, shape: [1, 1], data: "01" }],
  ])("%s", (_, value, expected) => {
    const { dtype, shape, data } = encodeInput(value);
    expect({ dtype, shape, data: hex(data) }).toEqual(expected);
  });

  it("a view of a larger buffer is sent without the rest of the buffer", () => {
    const view = new Int16Array(Int16Array.of(9, 1, 2, 9).buffer, 2, 2);
    expect(hex(encodeInput(view).data)).toBe("01000200");
  });

  it("no array is copied to be sent", () => {
    for (const data of [Float32Array.of(1), BigInt64Array.of(1n), Int8Array.of(1)]) {
      const { data: sent } = encodeInput(tensor(data));
      expect((sent as Uint8Array).buffer).toBe(data.buffer);
    }
    const bytes = new Uint8Array(3);
    expect((encodeInput(bytes).bytesVal[0] as Uint8Array).buffer).toBe(bytes.buffer);
  });

  it("memory that a request can't take, resizable or shared between threads, is copied", () => {
    const resizable = new (ArrayBuffer as unknown as new (n: number, o: object) => ArrayBuffer)(4, {
      maxByteLength: 8,
    });
    const shared = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer;
    for (const buffer of [resizable, shared]) {
      const sent = encodeInput(tensor(new Int16Array(buffer, 0, 2))).data as Uint8Array;
      expect(sent).toEqual(new Uint8Array(4));
      expect(Object.prototype.toString.call(sent.buffer)).toBe("[object ArrayBuffer]");
      expect(sent.buffer).not.toBe(buffer);
    }
  });

  it("tensors and scalars from another thread, or another copy of this library, are taken", () => {
    const there = structuredClone(tensor([[1, 2]], "int16"));
    expect(encodeInput(there)).toEqual(encodeInput(tensor([[1, 2]], "int16")));
    expect(encodeInput(structuredClone(int32(5)))).toEqual(encodeInput(int32(5)));
    const changed = { ...there, shape: [3] };
    expect(() => encodeInput(changed as never)).toThrow(/shape \(3,\) has 3 elements, but the data has 2/);
    expect(() => encodeInput({ dtype: "int16", shape: [2], data: [1, 2] } as never)).toThrow(/can't be sent/);
  });

  if (here === "page")
    it("values and instances of another window are taken", async () => {
      const frame = document.body.appendChild(document.createElement("iframe"));
      const there = frame.contentWindow as unknown as typeof globalThis;
      const instance = new there.Object() as Record<string, never>;
      Object.assign(instance, {
        bytes: there.Uint8Array.of(1, 2),
        buffer: there.Uint8Array.of(1, 2).buffer,
        file: new there.File(["x"], "x.jpg"),
        array: there.Int16Array.of(1, 2),
        tensor: tensor(there.Float32Array.of(1, 2)),
      });
      const [message] = encodeInstances(instance);
      const sent = (name: string) => message!.get(name)!;
      for (const name of ["bytes", "buffer"]) expect(sent(name).bytesVal[0]).toEqual(Uint8Array.of(1, 2));
      expect(await (sent("file").bytesVal[0] as Blob).text()).toBe("x");
      expect(sent("array")).toMatchObject({ dtype: 4, shape: [2], data: Uint8Array.of(1, 0, 2, 0) });
      expect(sent("tensor")).toMatchObject({ dtype: 11, shape: [2] });
      frame.remove();
    });

  it("a tensor whose memory was transferred to another thread is refused", () => {
    const sent = tensor([1, 2]);
    structuredClone(sent.data.buffer, { transfer: [sent.data.buffer as ArrayBuffer] });
    expect(() => encodeInstances({ x: sent })).toThrow(
      /^the instance, input "x": the tensor of shape \(2,\) has lost its data/,
    );
  });

  it("texts and bytes are sent as one element each", () => {
    expect(encodeInput("世")).toMatchObject({ dtype: MS_STRING, shape: [1] });
    expect(hex(encodeInput("世").bytesVal[0])).toBe("e4b896");
    const file = new File(["x"], "x.jpg");
    expect(encodeInput(file)).toMatchObject({ dtype: MS_BYTES, shape: [1] });
    expect(encodeInput(file).bytesVal[0]).toBe(file);
    const blob = new Blob(["x"]);
    expect(encodeInput(blob).bytesVal[0]).toBe(blob);
    expect(encodeInput(new Uint8Array([1]).buffer)).toMatchObject({ dtype: MS_BYTES });
  });

  it("a string with a lone surrogate is refused, since UTF-8 can't hold it", () => {
    expect(() => encodeInput("a\ud800b")).toThrow(/surrogate/);
    expect(() => encodeInput("a😀b")).not.toThrow();
  });

  it("errors name the instance, the input and what to do", () => {
    const bad = (x: unknown) => () => encodeInstances([{ x: 1 }, { x: x as never }]);
    expect(bad([[1, 2]])).toThrow(
      /^instance 1, input "x": a value of type Array can't be sent: wrap nested arrays/,
    );
    expect(bad(undefined)).toThrow(
      /instance 1, input "x": undefined can't be sent: every input needs a value/,
    );
    expect(bad(Promise.resolve(1))).toThrow(/await it first/);
    expect(bad(new Date())).toThrow(/a value of type Date can't be sent/);
    expect(bad(2n ** 64n)).toThrow(/instance 1, input "x": .*out of range for uint64/);
    expect(() => encodeInstances([{ "x\ud800": 1 }])).toThrow(
      /instance 0 has an input name with a lone surrogate/,
    );
    expect(() => encodeInstances([])).toThrow(/the list of instances is empty/);
    expect(() => encodeInstances("text" as never)).toThrow(/give an object of named inputs/);
    expect(() => encodeInstances([[1]] as never)).toThrow(/instance 0 is a value of type Array/);
    expect(() => encodeInstances(tensor([1]) as never)).toThrow(/a value of type Tensor/);
  });

  it("one instance, a list, a set and a generator are all taken", () => {
    const one = { x: 1 };
    expect(encodeInstances(one)).toHaveLength(1);
    expect(encodeInstances([one, one])).toHaveLength(2);
    expect(encodeInstances(new Set([one]))).toHaveLength(1);
    expect(
      encodeInstances(
        (function* () {
          yield one;
          yield one;
        })(),
      ),
    ).toHaveLength(2);
  });
});
