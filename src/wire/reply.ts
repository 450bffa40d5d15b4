/** `PredictReply` to and from bytes. */

import { eachField, readError, readerOf, readSpec } from "./decode.ts";
import { type Encoded, PartsWriter } from "./encode.ts";
import { InstanceReader } from "./instance-reader.ts";
import type { PredictReply } from "./message.ts";
import { DELIMITED, readVarint, tagOf, typeOf, type Varint } from "./protobuf.ts";
import { REPLY_ERRORS, REPLY_INSTANCES, REPLY_SPEC } from "./schema.ts";

/**
 * Decodes a reply. Payloads are views of `message`.
 * @param instances reads the instances; kept from reply to reply it knows what they repeat
 * @throws Error when the bytes are not such a message
 */
export function decodeReply(message: Uint8Array, instances = new InstanceReader()): PredictReply {
  const reply: PredictReply = { instances: [], errors: [] };
  const content: Varint = { value: 0, end: 0 };
  for (let at = 0; at < message.length; ) {
    const tag = message[at]!;
    const isPlain = tag < 0x80 && typeOf(tag) === DELIMITED && readVarint(message, at + 1, content);
    const end = content.end + content.value;
    // All the rest goes to the library's reader, which knows other wire types, and tells what is broken.
    if (!isPlain || end > message.length) return readFields(message.subarray(at), reply, instances);
    if (tag === INSTANCES_TAG) reply.instances.push(instances.read(message, content.end, end));
    else readFields(message.subarray(at, end), reply, instances);
    at = end;
  }
  return reply;
}

/** Any fields of a reply, into what came before them. */
function readFields(bytes: Uint8Array, reply: PredictReply, instances: InstanceReader): PredictReply {
  const reader = readerOf(bytes);
  eachField(reader, (field, type) => {
    if (type !== DELIMITED) return false;
    if (field === REPLY_SPEC) reply.spec = readSpec(reader, reply.spec);
    else if (field === REPLY_INSTANCES) reply.instances.push(instances.read(reader.readBytes()));
    else if (field === REPLY_ERRORS) reply.errors.push(readError(reader));
    else return false;
    return true;
  });
  return reply;
}

const INSTANCES_TAG = tagOf(REPLY_INSTANCES, DELIMITED);

/** Encodes a reply. For the demo worker and tests. */
export function encodeReply(reply: PredictReply): Encoded {
  const writer = new PartsWriter();
  if (reply.spec) writer.spec(reply.spec);
  for (const instance of reply.instances) writer.instance(REPLY_INSTANCES, instance);
  for (const error of reply.errors) writer.error(error);
  return writer;
}
