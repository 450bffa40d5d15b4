/** `PredictRequest` to and from bytes. */

import { eachField, readerOf, readSpec } from "./decode.ts";
import { type Encoded, PartsWriter } from "./encode.ts";
import { InstanceReader } from "./instance-reader.ts";
import type { PredictRequest } from "./message.ts";
import { DELIMITED } from "./protobuf.ts";
import type { RequestHeaders } from "./request-headers.ts";
import { type InstancesField, REQUEST_SPEC } from "./schema.ts";

/**
 * Encodes a request. With several field numbers the instances are listed under each (their payloads are the same
 * parts, not copies): a server reads its own and skips the other as unknown.
 * @param headers kept from request to request it knows what they repeat
 * @param emptyData whether an empty tensor has a `data` field, as release 1.5 and later ones' own client sends it
 */
export function encodeRequest(
  request: PredictRequest,
  fields: readonly InstancesField[],
  headers?: RequestHeaders,
  emptyData = true,
): Encoded {
  const writer = new PartsWriter(headers, emptyData);
  writer.spec(request.spec);
  for (const field of fields) {
    for (const instance of request.instances) writer.instance(field, instance);
  }
  return writer;
}

/**
 * Decodes a request as a server whose instances have this field number does. For the demo worker and tests.
 * @throws Error when the bytes are not such a message
 */
export function decodeRequest(message: Uint8Array, instancesField: InstancesField): PredictRequest {
  const request: PredictRequest = { spec: { name: "", method: "", version: 0n }, instances: [] };
  const unknown: unknown[] = [];
  const reader = readerOf(message);
  const instances = new InstanceReader();
  eachField(reader, (field, type) => {
    if (type !== DELIMITED) return false;
    if (field === REQUEST_SPEC) readSpec(reader, request.spec, unknown);
    else if (field === instancesField) request.instances.push(instances.read(reader.readBytes()));
    else return false;
    return true;
  });
  if (unknown.length > 0) request.spec.unknown = unknown;
  return request;
}
