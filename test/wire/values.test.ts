/** Random values of every kind: what a caller gives comes back the same when a server echoes it. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type InputValue, Scalar, Tensor } from "../../src/client/index.ts";
import { arrayFor, DTYPES } from "../../src/tensor/dtype.ts";
import type { DType, DTypeData } from "../../src/tensor/dtype-data.ts";
import { concat } from "../../src/wire/bytes.ts";
import { encodeInput } from "../../src/wire/input.ts";
import { decodeOutputs, type OutputValue } from "../../src/wire/output.ts";
import { decodeReply, encodeReply } from "../../src/wire/reply.ts";
import { sameBytes } from "../setup/bytes.ts";

/** The way over the wire; `offset` bytes before the message, so that payloads lie at any alignment. */
function echo(value: InputValue, offset = 0): OutputValue {
  const sent = encodeInput(value);
  const message = concat(
    encodeReply({ instances: [new Map([["v", sent]])], errors: [] }).parts as Uint8Array[],
  );
  const placed = new Uint8Array(offset + message.length);
  placed.set(message, offset);
  return decodeOutputs(decodeReply(placed.subarray(offset)).instances[0]!).v!;
}

const dtypes = Object.keys(DTYPES) as DType[];
const shapes = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 });

/** Random bits, so that NaNs, infinities, subnormals and both zeros occur. */
function randomData(dtype: DType, size: number, bytes: Uint8Array): DTypeData[DType] {
  const data = new (arrayFor(dtype))(size);
  const view = new Uint8Array(data.buffer as ArrayBuffer);
  for (let i = 0; i < view.length; i++)
    view[i] = dtype === "bool" ? bytes[i % bytes.length]! % 2 : bytes[i % bytes.length]!;
  if (dtype === "float16")
    for (let i = 0; i < size; i++) data[i] = Math.round((bytes[i % bytes.length]! - 128) * 8) / 16;
  return data;
}

describe("echoed values", () => {
  it.each(dtypes)("%s tensors of any shape, at any alignment, large and small", (dtype) => {
    fc.assert(
      fc.property(
        shapes,
        fc.uint8Array({ minLength: 8, maxLength: 64 }),
        fc.integer({ min: 0, max: 7 }),
        (shape, bytes, offset) => {
          for (const dims of [shape, [...shape.map((dim) => dim || 1), 40_000]]) {
            const size = dims.reduce((product, dim) => product * dim, 1);
            if (size > 1_000_000) continue;
            const tensor = new Tensor(dtype, randomData(dtype, size, bytes), dims);
            const back = echo(tensor, offset);
            expect(back).toBeInstanceOf(Tensor);
            expect((back as Tensor).dtype).toBe(dtype);
            expect((back as Tensor).shape).toEqual(dims);
            const bytesOf = ({ data }: Tensor) =>
              new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
            expect(sameBytes(bytesOf(back as Tensor), bytesOf(tensor))).toBe(true);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it("typed scalars are bare values", () => {
    const number = (dtype: DType) =>
      dtype === "bool"
        ? fc.boolean()
        : dtype.endsWith("int64")
          ? fc.bigInt({ min: BigInt(DTYPES[dtype].range!.min), max: BigInt(DTYPES[dtype].range!.max) })
          : DTYPES[dtype].range
            ? fc.integer({ min: Number(DTYPES[dtype].range!.min), max: Number(DTYPES[dtype].range!.max) })
            : dtype === "float64"
              ? fc.double()
              : dtype === "float32"
                ? fc.float()
                : fc.integer({ min: -2048, max: 2048 }).map((n) => n / 8);
    const scalars = fc.constantFrom(...dtypes).chain((dtype) => fc.tuple(fc.constant(dtype), number(dtype)));
    fc.assert(
      fc.property(scalars, ([dtype, value]) => {
        expect(echo(new Scalar(dtype, value as never))).toBe(value);
      }),
      { numRuns: 1000 },
    );
  });

  it("texts and bytes come back as they were sent", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.uint8Array({ maxLength: 100_000 }), (text, bytes) => {
        expect(echo(text)).toBe(text);
        const back = echo(bytes) as Uint8Array;
        expect(sameBytes(back, bytes)).toBe(true);
      }),
    );
  });

  it("a small output keeps nothing of a large reply alive", () => {
    const large = new Map([
      ["v", encodeInput(new Uint8Array(9_000_000))],
      ["label", encodeInput("cat")],
      ["x", encodeInput(Int8Array.of(1))],
    ]);
    const message = concat(encodeReply({ instances: [large], errors: [] }).parts as Uint8Array[]);
    const { x, v } = decodeOutputs(decodeReply(message).instances[0]!);
    expect((x as Tensor).data.buffer.byteLength).toBe(1);
    expect((v as Uint8Array).buffer).toBe(message.buffer);
  });
});
