/** A reply's memory: tensors are views of it wherever they come in the message. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BodyReader } from "../../src/client/transport/body-reader.ts";
import { readReplyBody } from "../../src/client/transport/reply-reader.ts";
import type { Float16Data } from "../../src/tensor/dtype-data.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import { concat } from "../../src/wire/bytes.ts";
import { encodeInput, type InputValue } from "../../src/wire/input.ts";
import { InstanceReader } from "../../src/wire/instance-reader.ts";
import { decodeOutputs, type Outputs } from "../../src/wire/output.ts";
import { bytesBefore } from "../../src/wire/placement.ts";
import { decodeReply, encodeReply } from "../../src/wire/reply.ts";
import { sameBytes } from "../setup/bytes.ts";
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

/** Instances with these outputs, sent, read and decoded as a call does. */
async function received(
  outputs: Record<string, InputValue>[],
  piece: number,
  type: "bytes" | undefined,
  align = true,
): Promise<{ message: Uint8Array; outputs: Outputs[] }> {
  const instances = outputs.map(
    (values) => new Map(Object.entries(values).map(([name, value]) => [name, encodeInput(value)])),
  );
  const spec = { name: "resnet50", method: "classify_top1", version: 1n };
  const body = goodBody({ spec, instances, errors: [] });
  const { message } = await readReplyBody(new BodyReader(streamOf(body, piece, type), undefined, true), 1e9);
  return {
    message: message!,
    outputs: decodeReply(message!, new InstanceReader(align)).instances.map(decodeOutputs),
  };
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView | Float16Data) =>
  new Uint8Array(buffer, byteOffset, byteLength);

const LARGE = 20_000;

const largeArray = fc.constantFrom<(values: number[]) => InputValue>(
  (values) => Float64Array.from(values),
  (values) => Float32Array.from(values),
  (values) => BigInt64Array.from(values, BigInt),
);

describe.each(["bytes" as const, undefined])("a reply read by a %s stream", (type) => {
  it("has a large tensor aligned beforehand, whatever its name and what comes before it", async () => {
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
          const { message, outputs } = await received([given], piece, type, false);
          const { data } = outputs[0]![`n${name}`] as Tensor;
          expect(data.buffer).toBe(message.buffer);
          expect(Array.from(data as Iterable<unknown>, Number)).toEqual(values);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("gives every tensor as a view, aligned and whole, in many instances of few or many bytes", async () => {
    const lengths = fc.array(fc.constantFrom(0, 1, 3, 1000, LARGE), { minLength: 1, maxLength: 6 });
    const arrays = fc.constantFrom<
      (length: number) => Float64Array | Float32Array | Int16Array | BigInt64Array
    >(
      (length) => Float64Array.from({ length }, (_, i) => i),
      (length) => Float32Array.from({ length }, (_, i) => i),
      (length) => Int16Array.from({ length }, (_, i) => i),
      (length) => BigInt64Array.from({ length }, (_, i) => BigInt(i)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string()), lengths, arrays, async (labels, sizes, make) => {
        const given = sizes.map((length, i) => ({
          label: labels[i] ?? "",
          scores: make(length),
          n: make(1),
        }));
        const { message, outputs } = await received(given, 1e7, type);
        outputs.forEach(({ label, scores, n }, i) => {
          expect(label).toBe(given[i]!.label);
          expect((n as Tensor).data).toEqual(given[i]!.n);
          const { data } = scores as Tensor;
          expect(sameBytes(bytesOf(data), bytesOf(given[i]!.scores))).toBe(true);
          if (data.length > 0) expect(data.buffer).toBe(message.buffer);
        });
      }),
      { numRuns: 40 },
    );
  });
});

it("an entry behind an unknown field is read after those before it were moved", () => {
  const instance = new Map([
    ["a", encodeInput(Float64Array.of(1, 2))],
    ["b", encodeInput(Float64Array.of(3, 4))],
  ]);
  const message = concat(encodeReply({ instances: [instance], errors: [] }).parts as Uint8Array[]);
  // The message is the instance's tag, one byte of length, and two entries of one length.
  const entry = (message.length - 2) / 2;
  const unknown = Uint8Array.of(0x12, 1, 0);
  const changed = concat([
    Uint8Array.of(message[0]!, message[1]! + unknown.length),
    message.subarray(2, 2 + entry),
    unknown,
    message.subarray(2 + entry),
  ]);
  const instances = new InstanceReader(true);
  for (const start of [0, 1, 2, 3, 4, 5, 6, 7]) {
    const placed = concat([new Uint8Array(start), changed]).subarray(start);
    const [{ a, b }] = decodeReply(placed, instances).instances.map(decodeOutputs) as [Outputs];
    expect([...((a as Tensor).data as Float64Array)]).toEqual([1, 2]);
    expect([...((b as Tensor).data as Float64Array)]).toEqual([3, 4]);
  }
});

it("memory begins where the message does when no large tensor is in sight", () => {
  const small = encodeInput(new Float32Array(10));
  expect(bytesBefore(goodBody({ instances: [new Map([["y", small]])], errors: [] }).subarray(5))).toBe(0);
  expect(bytesBefore(new Uint8Array())).toBe(0);
  // A group's tag, and a varint that does not end: nothing that Serving sends.
  expect(bytesBefore(Uint8Array.of(0x0b, 1, 2))).toBe(0);
  expect(bytesBefore(new Uint8Array(100).fill(0xff))).toBe(0);
});
