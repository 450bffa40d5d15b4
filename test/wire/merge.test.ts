/** Fields that come in parts, twice, of another wire type or with a name that is no text, by protobuf's own rules. */

import { expect, it } from "vitest";
import { decodeReply } from "../../src/wire/reply.ts";
import { decodeRequest } from "../../src/wire/request.ts";
import { data, dtype, field, joined, numberField, shape, spec } from "../serving/requests/raw.ts";

const KEY = Uint8Array.of(0x0a, 0x01, 0x6b);

/** The tensor of a reply's only output, whose map entry has these values. */
function tensorOf(...values: readonly Uint8Array[]) {
  const entry = field(1, field(1, "y"), ...values.map((value) => field(2, value)));
  return decodeReply(field(3, entry)).instances[0]!.get("y")!;
}

it("a spec in two parts is one, in a request and in a reply", () => {
  const parts = joined(field(1, field(1, "add"), numberField(3, 7)), field(1, field(2, "m")));
  const whole = { name: "add", method: "m", version: 7n };
  expect(decodeRequest(parts, 2).spec).toEqual(whole);
  expect(decodeReply(parts).spec).toEqual(whole);
});

it("a tensor and its shape in two parts are one", () => {
  const tensor = tensorOf(joined(shape(2), dtype(11)), joined(shape(3, 4), data([1])));
  expect(tensor).toEqual({ shape: [2, 3, 4], dtype: 11, data: Uint8Array.of(1), bytesVal: [] });
});

it("of data and shared memory the last counts", () => {
  expect(tensorOf(joined(field(5, KEY), data([1])))).toEqual({
    dtype: 0,
    data: Uint8Array.of(1),
    bytesVal: [],
  });
  expect(tensorOf(joined(data([1]), field(5, KEY), field(5, KEY)))).toEqual({
    dtype: 0,
    sharedMemory: joined(KEY, KEY),
    bytesVal: [],
  });
});

it("fields of another wire type are skipped", () => {
  const fixed64 = (number: number) => [(number << 3) | 1, 7, 0, 0, 0, 0, 0, 0, 0];
  const odd = field(1, field(1, "add"), fixed64(2), fixed64(3));
  expect(decodeReply(odd).spec).toEqual({ name: "add", method: "", version: 0n });
  expect(tensorOf(joined(dtype(11), field(2, [1]), fixed64(1), numberField(3, 1)))).toEqual({
    dtype: 11,
    bytesVal: [],
  });
});

it("a request's spec keeps its unknown fields, which a reply's may lose", () => {
  const odd = joined(spec("add", "m"), field(1, field(9, "hi")));
  expect(decodeRequest(odd, 2).spec.unknown).toHaveLength(1);
  expect(decodeReply(odd).spec).toEqual({ name: "add", method: "m", version: 0n });
});

it("a message with a name that is not UTF-8 is refused", () => {
  const odd = [0x61, 0xff];
  expect(() => decodeRequest(field(1, field(1, odd)), 2)).toThrow();
  expect(() => decodeReply(field(1, field(2, odd)))).toThrow();
  expect(() => decodeReply(field(3, field(1, field(1, odd))))).toThrow();
});
