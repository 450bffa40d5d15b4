/** Messages through google-protobuf as pages have it, beside the package as it comes. */

import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { Mutator } from "../fuzz/mutate.ts";
import { hexToBytes, replies } from "../wire/golden.ts";
import { type Codec, loadCodec, outcomeOf } from "./codec.ts";

const INPUTS = 30_000;

let whole: Codec;
let cut: Codec;
beforeAll(async () => {
  [whole, cut] = await Promise.all([loadCodec("whole"), loadCodec("cut")]);
});

it("of 30,000 mutated messages the cut reads and refuses what the whole does, with the same words", () => {
  const mutator = new Mutator(16);
  const corpus = replies.map(({ hex }) => hexToBytes(hex));
  let refused = 0;
  for (let i = 0; i < INPUTS; i++) {
    const message = mutator.mutate(corpus);
    // Reading may move payloads within the message.
    const [one, other] = [whole, cut].map((codec) => outcomeOf(() => codec.decodeReply(message.slice())));
    expect(other, Buffer.from(message).toString("hex")).toBe(one);
    if (!one!.startsWith("{")) refused++;
  }
  expect(refused).toBeGreaterThan(INPUTS / 10);
  expect(refused).toBeLessThan((INPUTS * 9) / 10);
});

it("a request's unknown fields come back from both as they were sent", () => {
  const unknown = Uint8Array.of(0x0a, 0x09, 0x0a, 0x01, 0x61, 0x7a, 0x02, 0x68, 0x69, 0x78, 0x05);
  const [one, other] = [whole, cut].map((codec) => {
    const request = codec.decodeRequest(unknown.slice(), 3);
    return outcomeOf(() => codec.encodeRequest(request, [3]).parts);
  });
  expect(one).toContain("7a026869");
  expect(other).toBe(one);
});

it("what the client may write, both write with the same bytes, and refuse with the same words", () => {
  const text = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("", "\ud800", "图片", "a\udc00b"));
  const dim = fc.oneof(fc.nat(), fc.constantFrom(0, 2 ** 31, 2 ** 32, 2 ** 53 - 1));
  const tensor = fc.record({
    dtype: fc.nat(16),
    shape: fc.option(fc.array(dim, { maxLength: 4 }), { nil: undefined }),
    data: fc.option(fc.uint8Array({ maxLength: 300 }), { nil: undefined }),
    bytesVal: fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 3 }),
  });
  const request = fc.record({
    spec: fc.record({ name: text, method: text, version: fc.bigInt(0n, 2n ** 64n - 1n) }),
    instances: fc.array(fc.array(fc.tuple(text, tensor), { maxLength: 3 }), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(request, ({ spec, instances }) => {
      const message = { spec, instances: instances.map((items) => new Map(items)) };
      const [one, other] = [whole, cut].map((codec) =>
        outcomeOf(() => codec.encodeRequest(message, [2, 3]).parts),
      );
      expect(other).toBe(one);
    }),
    { numRuns: 3000, seed: 16 },
  );
});
