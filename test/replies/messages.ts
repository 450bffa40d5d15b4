/** Messages that protobuf allows and few servers write, and such that no server of Serving's may send. */

import protobuf from "protobufjs";
import { messageFrame } from "../setup/reply-server.ts";
import { GOOD_RESULT, protocol, type ReplyCase, reply, STATUS_OK } from "./case.ts";

/** A message made by hand. */
function message(write: (writer: protobuf.Writer) => void): Uint8Array {
  const writer = protobuf.Writer.create();
  write(writer);
  return writer.finish();
}

const LENGTH = 2;
const VARINT = 0;
const tag = (field: number, type: number) => (field << 3) | type;
const DATA = new Uint8Array(new Float32Array([2, 2]).buffer);

/** Shape, dtype float32 (8) and two elements; `dims` writes the content of the shape. */
const y = (dims: (writer: protobuf.Writer) => void, data = DATA) =>
  message((w) =>
    w
      .uint32(tag(1, LENGTH))
      .bytes(message(dims))
      .uint32(tag(2, VARINT))
      .int32(FLOAT32)
      .uint32(tag(3, LENGTH))
      .bytes(data),
  );
const FLOAT32 = 11;
const unpacked = (w: protobuf.Writer) => w.uint32(tag(1, VARINT)).int64(2);
const item = (name: string, content: Uint8Array) =>
  message((w) => w.uint32(tag(1, LENGTH)).string(name).uint32(tag(2, LENGTH)).bytes(content));
const instance = (...items: Uint8Array[]) =>
  message((w) => {
    for (const one of items) w.uint32(tag(1, LENGTH)).bytes(one);
  });
const instances = (...list: Uint8Array[]) =>
  message((w) => {
    for (const one of list) w.uint32(tag(3, LENGTH)).bytes(one);
  });
const said = (bytes: Uint8Array) => reply([messageFrame(bytes), STATUS_OK]);

export const messageReplies: ReplyCase[] = [
  ["dims that are not packed", said(instances(instance(item("y", y(unpacked))))), GOOD_RESULT],
  [
    "dims that are packed",
    said(
      instances(
        instance(
          item(
            "y",
            y((w) => w.uint32(tag(1, LENGTH)).bytes(Uint8Array.of(2))),
          ),
        ),
      ),
    ),
    GOOD_RESULT,
  ],
  [
    "a map entry with its value first, and a name that comes twice",
    said(
      instances(
        instance(
          item("y", y(unpacked, new Uint8Array(8))),
          message((w) => w.uint32(tag(2, LENGTH)).bytes(y(unpacked)).uint32(tag(1, LENGTH)).string("y")),
        ),
      ),
    ),
    GOOD_RESULT,
  ],
  [
    "fields that nobody knows",
    said(
      Buffer.concat([
        message((w) => w.uint32(tag(99, LENGTH)).string("new").uint32(tag(98, VARINT)).int32(1)),
        message((w) => w.uint32(tag(97, 5)).fixed32(1).uint32(tag(96, 1)).fixed64(1)),
        instances(instance(item("y", y(unpacked)))),
      ]),
    ),
    GOOD_RESULT,
  ],
  ["an empty message", said(new Uint8Array()), protocol(13, /0 instances, but 1 were sent/)],
  ["more instances than sent", said(instances(instance(), instance())), protocol(13, /2 instances, but 1/)],
  [
    "two errors for one instance",
    said(
      Buffer.concat([
        instances(instance()),
        ...[1, 2].map(() =>
          message((w) => w.uint32(tag(4, LENGTH)).bytes(message((e) => e.uint32(8).int32(1)))),
        ),
      ]),
    ),
    protocol(13, /2 errors for 1 instances/),
  ],
  ["a message that is none", said(Buffer.from("not protobuf")), protocol(13, /can't be decoded/)],
  [
    "a message whose fields are cut short",
    said(instances(instance(item("y", y(unpacked)))).subarray(0, -4)),
    protocol(13, /can't be decoded/),
  ],
  [
    "a varint of eleven bytes",
    said(Buffer.from([tag(98, VARINT), ...new Array(10).fill(0xff), 1])),
    protocol(13, /can't be decoded/),
  ],
  [
    "a dimension beyond 2^53",
    said(
      instances(
        instance(
          item(
            "y",
            y((w) => w.uint32(tag(1, VARINT)).uint64("9007199254740993")),
          ),
        ),
      ),
    ),
    protocol(13),
  ],
  [
    "an error code beyond 2^53",
    said(
      message((w) =>
        w
          .uint32(tag(4, LENGTH))
          .bytes(
            message((e) =>
              e.uint32(tag(1, VARINT)).uint64("9007199254740993").uint32(tag(2, LENGTH)).string("no"),
            ),
          ),
      ),
    ),
    { kind: "model-failed", code: 2 ** 53, error: "no" },
  ],
  [
    "a dimension below 0",
    said(
      instances(
        instance(
          item(
            "y",
            y((w) => w.uint32(tag(1, VARINT)).int64(-2)),
          ),
        ),
      ),
    ),
    protocol(13),
  ],
  [
    "fewer elements than the shape says",
    said(instances(instance(item("y", y(unpacked, DATA.subarray(4)))))),
    protocol(13, /needs 8 bytes, but has 4/),
  ],
];
