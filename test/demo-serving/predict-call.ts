/** A real gRPC client for tests of the worker: bytes in, bytes or a status out. */

import type { ClientOptions } from "@grpc/grpc-js";
import { type GrpcCaller, grpcCaller } from "../../src/serving/grpc-call.ts";
import { concat } from "../../src/wire/bytes.ts";
import { encodeInput, type InputValue } from "../../src/wire/input.ts";
import type { PredictReply, PredictRequest, TensorMessage } from "../../src/wire/message.ts";
import { decodeReply } from "../../src/wire/reply.ts";
import { encodeRequest } from "../../src/wire/request.ts";
import type { InstancesField } from "../../src/wire/schema.ts";

export interface Caller extends GrpcCaller {
  predict(request: PredictRequest, fields: readonly InstancesField[]): Promise<PredictReply>;
}

export function caller(address: string, options: ClientOptions = {}): Caller {
  const grpc = grpcCaller(address, options);
  return {
    ...grpc,
    predict: async (request, fields) =>
      decodeReply(await grpc.send(concat(encodeRequest(request, fields).parts as Uint8Array[]))),
  };
}

/** A request of version 0 unless told, with inputs as a page gives them or as ready messages. */
export function request(
  servable: string,
  method: string,
  instances: Record<string, InputValue | TensorMessage>[],
  version = 0n,
): PredictRequest {
  return {
    spec: { name: servable, method, version },
    instances: instances.map(
      (inputs) => new Map(Object.entries(inputs).map(([name, value]) => [name, toMessage(value)])),
    ),
  };
}

function toMessage(value: InputValue | TensorMessage): TensorMessage {
  return typeof value === "object" && "bytesVal" in value ? value : encodeInput(value);
}
