/** A reply's memory: large tensors are views of it wherever they come in the message, small payloads leave it. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Tensor } from "../../src/client/tensor/tensor.ts";
import { BodyReader } from "../../src/client/transport/body-reader.ts";
import { readReplyBody } from "../../src/client/transport/reply-reader.ts";
import { encodeInput, type InputValue } from "../../src/client/wire/input.ts";
import { decodeOutputs, type Outputs } from "../../src/client/wire/output.ts";
import { bytesBefore } from "../../src/client/wire/placement.ts";
import { decodeReply } from "../../src/client/wire/reply.ts";
import { goodBody } from "../setup/reply-server.ts";

/** As `fetch` gives a body: pieces of any size into memory that the reader brings. */
function streamOf(bytes: Uint8Array, piece: number, type: "bytes" | undefined): ReadableStream<Uint8Array> {
  let offset = 0;
  return new ReadableStream({
    type,
    pull(controller: ReadableByteStreamController) {
      if (offset >= bytes.length) {
        controller.close();
        controller.byobRequest?.respond(0);
        return;
      }
      controller.enqueue(bytes.slice(offset, offset + piece));
      offset += piece;
    },
  } as UnderlyingByteSource);
}

/** An instance with these outputs, sent, read and decoded. */
async function received(outputs: Record<string, InputValue>, piece: number, type: "bytes" | undefined) {
  const instance = new Map(Object.entries(outputs).map(([name, value]) => [name, encodeInput(value)]));
  const spec = { name: "resnet50", method: "classify_top1", version: 1n };
  const body = goodBody({ spec, instances: [instance], errors: [] });
  const { message } = await readReplyBody(new BodyReader(streamOf(body, piece, type)), 1e9);
  return { message: message!, outputs: decodeOutputs(decodeReply(message!).instances[0]!) as Outputs };
}

const LARGE = 20_000;

const largeArray = fc.constantFrom<(values: number[]) => InputValue>(
  (values) => Float64Array.from(values),
  (values) => Float32Array.from(values),
  (values) => BigInt64Array.from(values, BigInt),
);

describe.each(["bytes" as const, undefined])("read by a %s stream", (type) => {
  it("the first large tensor is a view, whatever its name and what stands before it", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ maxLength: 300, unit: "grapheme" }),
        fc.array(fc.string({ maxLength: 200 }), { maxLength: 4 }),
        largeArray,
        fc.constantFrom(1000, 64 * 1024, 1e7),
        async (name, labels, make, piece) => {
          const values = Array.from({ length: LARGE }, (_, i) => i);
          const before = Object.fromEntries(labels.map((label, i) => [`label ${i} ${label}`, label]));
          const given = { ...before, [`n${name}`]: make(values) };
          const { message, outputs } = await received(given, piece, type);
          const { data } = outputs[`n${name}`] as Tensor;
          expect(data.buffer).toBe(message.buffer);
          expect(Array.from(data as Iterable<unknown>, Number)).toEqual(values);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("small payloads are copies, which keep little memory alive and are aligned for any dtype", async () => {
    const given = {
      scores: new Float32Array(LARGE),
      label: new Uint8Array([1, 2, 3]),
      one: new Float64Array([1.5, 2.5]),
      flags: new Int8Array(3),
      two: new BigInt64Array([3n]),
    };
    const { message, outputs } = await received(given, 1e7, type);
    expect(outputs.label).toEqual(given.label);
    for (const name of ["one", "flags", "two"] as const) {
      const { data } = outputs[name] as Tensor;
      expect(data).toEqual(given[name]);
      expect(data.buffer).not.toBe(message.buffer);
      expect(data.buffer.byteLength).toBeLessThanOrEqual(64 * 1024);
    }
  });
});

it("memory begins where the message does when no large tensor is in sight", () => {
  const small = encodeInput(new Float32Array(10));
  expect(bytesBefore(goodBody({ instances: [new Map([["y", small]])], errors: [] }).subarray(5))).toBe(0);
  expect(bytesBefore(new Uint8Array())).toBe(0);
  // A group's tag, and a varint that does not end: nothing that Serving sends.
  expect(bytesBefore(Uint8Array.of(0x0b, 1, 2))).toBe(0);
  expect(bytesBefore(new Uint8Array(100).fill(0xff))).toBe(0);
});
