/** `PredictReply` to and from bytes. */

import { eachField, readError, readerOf, readSpec } from "./decode.ts";
import { type Encoded, PartsWriter } from "./encode.ts";
import { InstanceReader } from "./instance-reader.ts";
import type { PredictReply } from "./message.ts";
import { DELIMITED } from "./protobuf.ts";
import { REPLY_ERRORS, REPLY_INSTANCES, REPLY_SPEC } from "./schema.ts";

/**
 * Decodes a reply. Payloads are views of `message`.
 * @param instances reads the instances; kept from reply to reply it knows what they repeat
 * @throws Error when the bytes are not such a message
 */
export function decodeReply(message: Uint8Array, instances = new InstanceReader()): PredictReply {
  const reply: PredictReply = { instances: [], errors: [] };
  const reader = readerOf(message);
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

/** Encodes a reply. For the demo worker and tests. */
export function encodeReply(reply: PredictReply): Encoded {
  const writer = new PartsWriter();
  if (reply.spec) writer.spec(reply.spec);
  for (const instance of reply.instances) writer.instance(REPLY_INSTANCES, instance);
  for (const error of reply.errors) writer.error(error);
  return writer;
}
