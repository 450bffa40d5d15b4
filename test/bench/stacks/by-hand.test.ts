/** The call without a library, which others are measured against: held to this repository's own codec. */

import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { concat } from "../../../src/wire/bytes.ts";
import { COMPRESSED_FLAG, frameHeader } from "../../../src/wire/frame.ts";
import { encodeInstances } from "../../../src/wire/instance.ts";
import { encodeRequest } from "../../../src/wire/request.ts";
import { inputsOf } from "../inputs.ts";
import { readItems } from "../peers/values.ts";
import { makeReply } from "../reply.ts";
import { isCompressed } from "../requests.ts";
import { makeWork, type WorkName } from "../work.ts";
import { decodeMessage, encodeFrame } from "./by-hand-codec.ts";

async function frameOf(work: WorkName): Promise<Uint8Array<ArrayBuffer>> {
  const spec = { name: "servable", method: "method", version: 0n };
  const { parts, length } = encodeRequest(
    { spec, instances: encodeInstances(inputsOf(makeWork(work))) },
    [2],
  );
  const message = new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer());
  return concat([frameHeader(0, length), message]);
}

it.each(["small", "jpegs", "thousand", "scores-down"] as const)(
  "the request of %s has the very bytes of ours",
  async (work) => {
    const byHand = encodeFrame(await readItems(makeWork(work)));
    expect(Buffer.from(byHand).equals(await frameOf(work))).toBe(true);
  },
);

it("tensors and texts of a reply are read by name", () => {
  expect(decodeMessage(makeReply("small"))).toEqual(
    [1, 2, 3].map((x) => ({ y: new Float32Array([x, x, x, x]) })),
  );
  const scores = decodeMessage(makeReply("scores-down"));
  expect([scores.length, scores[999]!.label]).toEqual([1000, "class 999"]);
  expect(scores[0]!.score).toHaveLength(1000);
});

it("a reply that is cut is no reply", () => {
  expect(() => decodeMessage(makeReply("small").subarray(0, 1))).toThrow("the message is cut");
});

it("a compressed request is right when what it unpacks to is, and its frame says how long it is", async () => {
  const expected = Buffer.from(await frameOf("small"));
  const compressed = (message: Uint8Array, more = 0) => {
    const packed = gzipSync(message);
    return Buffer.concat([frameHeader(COMPRESSED_FLAG, packed.length + more), packed]);
  };
  const message = expected.subarray(5);
  expect(isCompressed(compressed(message), expected, true)).toBe(true);
  expect(isCompressed(compressed(message, 1), expected, true)).toBe(false);
  expect(isCompressed(compressed(message.subarray(1)), expected, true)).toBe(false);
  expect(isCompressed(Buffer.concat([frameHeader(0, message.length), message]), expected, true)).toBe(false);
});
