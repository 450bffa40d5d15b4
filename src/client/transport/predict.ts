/** Serving's method `Predict`: how its messages become bytes. */

import { bytesOfBlob, isBlob } from "../../tensor/index.ts";
import {
  concat,
  decodeReply,
  type Encoded,
  encodeRequest,
  type InstanceMessage,
  InstanceReader,
  type PredictReply,
  type PredictRequest,
  type RequestForm,
  RequestHeaders,
  sizeOfPayload,
} from "../../wire/index.ts";
import type { Interceptor } from "./call.ts";
import type { ArrayCodec } from "./grpc-web-transport.ts";
import type { MessageCodec } from "./send.ts";
import { unreadablePart } from "./unreadable.ts";

/** A request above the client's own limit. */
export class RequestTooLarge extends RangeError {}

/** @throws RequestTooLarge when the request is above its limit, naming the largest instance */
function encodeWithin(
  maxBytes: number,
  request: PredictRequest,
  { instancesFields, emptyData }: RequestForm,
  headers?: RequestHeaders,
): Encoded {
  const encoded = encodeRequest(request, instancesFields, headers, emptyData);
  if (encoded.length <= maxBytes) return encoded;
  const sizes = request.instances.map((instance) => sizeOfInstance(instance));
  // Not by Math.max(...sizes): a hundred thousand arguments are too many.
  const largest = sizes.reduce((best, size, i) => (size > sizes[best]! ? i : best), 0);
  throw new RequestTooLarge(
    `the request has ${encoded.length} bytes, above maxRequestBytes (${maxBytes}); instance ${largest} alone ` +
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

/**
 * A client's codec: it remembers what the headers of its requests and replies look like.
 * @param maxBytes limit of an encoded request
 */
export function predictCodec(maxBytes: number): MessageCodec<PredictRequest, PredictReply> {
  // A reply's memory is nobody else's, so data may be moved in it.
  const instances = new InstanceReader(true);
  const headers = new RequestHeaders();
  return {
    encode: ({ message, form }) => encodeWithin(maxBytes, message, form, headers),
    decode: (message) => decodeReply(message, instances),
  };
}

/** For grpc-web's own transport, which takes one array: {@link withoutBlobs} comes before. */
export function predictArrayCodec(maxBytes: number): ArrayCodec<PredictRequest, PredictReply> {
  return {
    encode: ({ message, form }) => concat(encodeWithin(maxBytes, message, form).parts as Uint8Array[]),
    decode: (message) => decodeReply(message),
  };
}

/** Reads Blobs into memory, for grpc-web's own transport. */
export const withoutBlobs: Interceptor = (next) => async (call) => {
  const { message } = call;
  const instances = await Promise.all(message.instances.map(readInstance));
  return next({ ...call, message: { ...message, instances } });
};

async function readInstance(instance: InstanceMessage): Promise<InstanceMessage> {
  const read: InstanceMessage = new Map();
  for (const [name, tensor] of instance) {
    const bytesVal = tensor.bytesVal.map(async (value) => (isBlob(value) ? bytesOfBlob(value) : value));
    try {
      read.set(name, { ...tensor, bytesVal: await Promise.all(bytesVal) });
    } catch (cause) {
      throw (await unreadablePart(tensor.bytesVal, cause)) ?? cause;
    }
  }
  return read;
}
