/**
 * The hand-written codec against protobufjs, a second implementation, which reads proto/ms_service.proto itself:
 * whatever one of them writes the other reads the same.
 */

import fc from "fast-check";
import protobuf from "protobufjs";
import { describe, expect, it } from "vitest";
import proto from "../../proto/ms_service.proto?raw";
import { toResult } from "../../src/client/serving/outcome.ts";
import { concat } from "../../src/wire/bytes.ts";
import type { InstanceMessage, PredictReply, PredictRequest, TensorMessage } from "../../src/wire/message.ts";
import { decodeReply, encodeReply } from "../../src/wire/reply.ts";
import { decodeRequest, encodeRequest } from "../../src/wire/request.ts";

const { root } = protobuf.parse(proto);
const Request = root.lookupType("mindspore.serving.proto.PredictRequest");
const Reply = root.lookupType("mindspore.serving.proto.PredictReply");

const bytes = fc.uint8Array({ maxLength: 300 });
/** Without a byte order mark in front, which google-protobuf drops from a `string`. */
const name = fc.string({ unit: "binary", maxLength: 20 }).filter((text) => !text.startsWith("\ufeff"));
const dim = fc.oneof(
  fc.integer({ min: -3, max: 300 }),
  fc.constantFrom(2 ** 31, 2 ** 53 - 1, -(2 ** 53 - 1)),
);

const tensor: fc.Arbitrary<TensorMessage> = fc
  .record({
    shape: fc.option(fc.array(dim, { maxLength: 5 }), { nil: undefined }),
    dtype: fc.integer({ min: 0, max: 14 }),
    data: bytes,
    bytesVal: fc.array(bytes, { maxLength: 3 }),
    numeric: fc.boolean(),
  })
  .map(({ numeric, data, bytesVal, ...rest }) =>
    numeric ? { ...rest, data, bytesVal: [] } : { ...rest, bytesVal },
  );
const instance: fc.Arbitrary<InstanceMessage> = fc
  .uniqueArray(fc.tuple(name, tensor), { maxLength: 4, selector: ([key]) => key })
  .map((items) => new Map(items));
const spec = fc.record({ name, method: name, version: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }) });
const instances = fc.array(instance, { maxLength: 4 });
const errors = fc.array(
  fc.record({ code: fc.integer({ min: 0, max: 2 ** 31 - 1 }), text: fc.string({ unit: "binary" }) }),
  { maxLength: 3 },
);

/** A message of ours as protobufjs has it. Its maps are objects, so a name such as `__proto__` is left out. */
const theirInstance = (message: InstanceMessage) => ({
  items: Object.fromEntries(
    [...message].map(([key, { shape, dtype, data, bytesVal }]) => [
      key,
      { ...(shape && { shape: { dims: shape } }), dtype, ...(data && { data }), bytesVal },
    ]),
  ),
});
const theirSpec = ({ name, method, version }: PredictRequest["spec"]) => ({
  name,
  methodName: method,
  versionNumber: String(version),
});
const plainNames = (messages: InstanceMessage[]) => messages.every((message) => !message.has("__proto__"));
const whole = (encoded: { parts: unknown[] }) => concat(encoded.parts as Uint8Array[]);

/** Both sides' messages in one form. */
const shown = (type: protobuf.Type, message: protobuf.Message | object) =>
  type.toObject(message as protobuf.Message, { longs: String, bytes: String, enums: Number, defaults: true });

describe("a comparison with protobufjs", () => {
  it("has our requests read the same, under either field number", () => {
    fc.assert(
      fc.property(
        spec,
        instances.filter(plainNames),
        fc.constantFrom<(2 | 3)[]>([2], [3], [2, 3]),
        (spec, instances, fields) => {
          const ours = encodeRequest({ spec, instances }, fields);
          const message = whole(ours);
          expect(message.length).toBe(ours.length);
          const theirs = instances.map(theirInstance);
          const expected = Request.fromObject({
            servableSpec: theirSpec(spec),
            ...(fields.includes(2) && { instances: theirs }),
            ...(fields.includes(3) && { instancesBefore_1_3: theirs }),
          });
          expect(shown(Request, Request.decode(message))).toEqual(shown(Request, expected));
        },
      ),
    );
  });

  it("finds no difference between an empty tensor with an empty data field and one without", () => {
    fc.assert(
      fc.property(spec, fc.array(dim, { maxLength: 3 }), name, (spec, shape, key) => {
        const tensor: TensorMessage = { shape, dtype: 11, data: new Uint8Array(), bytesVal: [] };
        const request = { spec, instances: [new Map([[key, tensor]])] };
        const [present, absent] = [true, false].map((emptyData) =>
          whole(encodeRequest(request, [2], undefined, emptyData)),
        ) as [Uint8Array, Uint8Array];
        expect(present.length).toBeGreaterThan(absent.length);
        expect(shown(Request, Request.decode(present))).toEqual(shown(Request, Request.decode(absent)));
      }),
    );
  });

  it("has its requests read the same by us", () => {
    fc.assert(
      fc.property(spec, instances.filter(plainNames), (spec, instances) => {
        const theirs = { servableSpec: theirSpec(spec), instances: instances.map(theirInstance) };
        const message = Request.encode(Request.fromObject(theirs)).finish();
        expect(decodeRequest(message, 2)).toEqual({ spec, instances });
      }),
    );
  });

  it("has its replies read the same by us, and ours by it", () => {
    fc.assert(
      fc.property(spec, instances.filter(plainNames), errors, (spec, instances, errors) => {
        const reply: PredictReply = { spec, instances, errors };
        const theirs = Reply.fromObject({
          servableSpec: theirSpec(spec),
          instances: instances.map(theirInstance),
          errorMsg: errors.map(({ code, text }) => ({
            errorCode: code,
            errorMsg: new TextEncoder().encode(text),
          })),
        });
        expect(decodeReply(Reply.encode(theirs).finish())).toEqual(reply);
        expect(shown(Reply, Reply.decode(whole(encodeReply(reply))))).toEqual(shown(Reply, theirs));
      }),
      // A byte order mark is text like any other.
      { examples: [[{ name: "", method: "", version: 0n }, [], [{ code: 1, text: "\ufeffa" }]]] },
    );
  });

  it("finds random bytes to be an Error or a message, and a message to give a result", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (random) => {
        let reply: PredictReply;
        try {
          reply = decodeReply(random);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          return;
        }
        expect(toResult(reply, "auto")).toBeTypeOf("object");
      }),
      { numRuns: 5000 },
    );
  });

  it("finds cut or changed bytes to be an Error or a message, and a message to give a result", () => {
    fc.assert(
      fc.property(
        instances,
        errors,
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        (instances, errors, at, byte) => {
          const message = whole(encodeReply({ instances, errors }));
          if (message.length === 0) return;
          const changed = message.slice();
          changed[at % message.length] = byte;
          for (const broken of [changed, message.subarray(0, at % message.length)]) {
            let reply: PredictReply;
            try {
              reply = decodeReply(broken);
            } catch (error) {
              expect(error).toBeInstanceOf(Error);
              continue;
            }
            // Whatever came out of it, results never throw.
            expect(toResult(reply, "auto")).toBeTypeOf("object");
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
