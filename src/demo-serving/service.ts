/** The gRPC service around `predict`: bytes in, bytes or a status out. */

import type { handleUnaryCall, ServiceDefinition, StatusObject } from "@grpc/grpc-js";
import {
  concat,
  decodeRequest,
  encodeReply,
  PREDICT_PATH,
  type PredictRequest,
  Status,
} from "../wire/index.ts";
import { predict } from "./protocol/predict.ts";
import type { ReleaseRules } from "./protocol/release.ts";
import type { Servable } from "./protocol/servable.ts";
import { expectPlaces } from "./protocol/shared-memory.ts";

const identity = (message: Buffer) => message;

/** `MSService` with messages as bare bytes: the codec runs in the handler, which answers what it can't decode. */
export const predictService: ServiceDefinition = {
  Predict: {
    path: PREDICT_PATH,
    requestStream: false,
    responseStream: false,
    requestSerialize: identity,
    requestDeserialize: identity,
    responseSerialize: identity,
    responseDeserialize: identity,
  },
};

/**
 * Application errors end with status OK and are in the reply. Others: 13 INTERNAL for a body that is no
 * request, 8 RESOURCE_EXHAUSTED for a reply above `maxMessageBytes`.
 */
export function predictHandler(
  servables: readonly Servable[],
  rules: ReleaseRules,
  maxMessageBytes: number,
): handleUnaryCall<Buffer, Buffer> {
  return async (call, callback) => {
    let request: PredictRequest;
    try {
      request = decodeRequest(call.request, rules.instancesField);
      if (rules.group === "D") expectPlaces(request);
    } catch {
      // Release 1.1 serves synchronously, where gRPC gives protobuf's own complaint, and that is empty in proto3.
      callback(status(Status.INTERNAL, rules.group === "A" ? "" : "Unable to parse request"));
      return;
    }
    const reply = encodeReply(await predict(request, servables, rules));
    if (reply.length > maxMessageBytes) {
      const details = `Sent message larger than max (${reply.length} vs. ${maxMessageBytes})`;
      callback(status(Status.RESOURCE_EXHAUSTED, details));
    } else {
      const bytes = concat(reply.parts as Uint8Array[]);
      callback(null, Buffer.from(bytes.buffer));
    }
  };
}

function status(code: number, details: string): Partial<StatusObject> {
  return { code, details };
}
