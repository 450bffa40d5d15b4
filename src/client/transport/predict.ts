/** The method `Predict` as grpc-web knows methods: its path, and how its messages become bytes. */

import { MethodDescriptor, MethodType } from "grpc-web";
import { concat, sizeOfPayload } from "../../wire/bytes.ts";
import type { Encoded } from "../../wire/encode.ts";
import { InstanceReader } from "../../wire/instance-reader.ts";
import type { InstanceMessage, PredictReply, PredictRequest } from "../../wire/message.ts";
import { decodeReply } from "../../wire/reply.ts";
import { encodeRequest } from "../../wire/request.ts";
import { RequestHeaders } from "../../wire/request-headers.ts";
import type { InstancesField } from "../../wire/schema.ts";
import { PREDICT_PATH } from "../../wire/schema.ts";
import type { MessageCodec } from "./terminal-interceptor.ts";

/** The message that interceptors see as the request. */
export interface OutgoingRequest extends PredictRequest {
  /** Field numbers under which the instances are listed, which depends on the server's release. */
  instancesFields: readonly InstancesField[];
  /** Whether an empty tensor has a `data` field, which depends on it too. */
  emptyData: boolean;
  /** Limit of the encoded request, in bytes. */
  maxBytes: number;
}

/** A request above the client's own limit. */
export class RequestTooLarge extends RangeError {}

/** @throws RequestTooLarge when the request is above its limit, naming the largest instance */
function encodeOutgoing(request: OutgoingRequest, headers?: RequestHeaders): Encoded {
  const encoded = encodeRequest(request, request.instancesFields, headers, request.emptyData);
  if (encoded.length <= request.maxBytes) return encoded;
  const sizes = request.instances.map((instance) => sizeOfInstance(instance));
  // Not by Math.max(...sizes): a hundred thousand arguments are too many.
  const largest = sizes.reduce((best, size, i) => (size > sizes[best]! ? i : best), 0);
  throw new RequestTooLarge(
    `the request has ${encoded.length} bytes, above maxRequestBytes (${request.maxBytes}); instance ${largest} alone ` +
      `has ${sizes[largest]}: send fewer or smaller instances in a call, or raise maxRequestBytes together with ` +
      "Serving's max_msg_mb_size",
  );
}

function sizeOfInstance(instance: InstanceMessage): number {
  let size = 0;
  for (const { data, bytesVal } of instance.values()) {
    for (const payload of data ? [data] : bytesVal) size += sizeOfPayload(payload);
  }
  return size;
}

/** A client's codec: it remembers what the headers of its requests and replies look like. */
export function predictCodec(): MessageCodec<OutgoingRequest, PredictReply> {
  // A reply's memory is nobody else's, so data may be moved in it.
  const instances = new InstanceReader(true);
  const headers = new RequestHeaders();
  return {
    encode: (request) => encodeOutgoing(request, headers),
    decode: (message) => decodeReply(message, instances),
  };
}

/** Messages are plain objects; grpc-web stores their classes and never uses them. */
const PlainObject = Object as unknown as new () => never;

export const PREDICT = new MethodDescriptor<OutgoingRequest, PredictReply>(
  PREDICT_PATH,
  MethodType.UNARY,
  PlainObject,
  PlainObject,
  // Only grpc-web's own transport calls this: it wants one array, so the client has read Blobs before.
  (request: OutgoingRequest) => concat(encodeOutgoing(request).parts as Uint8Array[]),
  (message: Uint8Array) => decodeReply(message),
);
