/** A real gRPC client for tests of the worker: bytes in, bytes or a status out. */

import { type CallOptions, Client, type ClientOptions, credentials, type ServiceError } from "@grpc/grpc-js";
import { concat } from "../../src/wire/bytes.ts";
import { encodeInput, type InputValue } from "../../src/wire/input.ts";
import type { PredictReply, PredictRequest, TensorMessage } from "../../src/wire/message.ts";
import { decodeReply } from "../../src/wire/reply.ts";
import { encodeRequest } from "../../src/wire/request.ts";
import type { InstancesField } from "../../src/wire/schema.ts";
import { PREDICT_PATH } from "../../src/wire/schema.ts";

const identity = (message: Buffer) => message;

export interface Caller {
  /** Rejects with grpc-js's ServiceError: `code` and `details`. */
  send(message: Uint8Array, path?: string, options?: CallOptions): Promise<Uint8Array>;
  predict(request: PredictRequest, fields: readonly InstancesField[]): Promise<PredictReply>;
  close(): void;
}

export function caller(address: string, options: ClientOptions = {}): Caller {
  const client = new Client(address, credentials.createInsecure(), {
    ...options,
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
  });
  const send = (message: Uint8Array, path = PREDICT_PATH, options: CallOptions = {}) =>
    new Promise<Uint8Array>((resolve, reject) => {
      client.makeUnaryRequest(
        path,
        identity,
        identity,
        Buffer.from(message),
        options,
        (error: ServiceError | null, reply?: Buffer) =>
          error ? reject(error) : resolve(new Uint8Array(reply!)),
      );
    });
  return {
    send,
    predict: async (request, fields) =>
      decodeReply(await send(concat(encodeRequest(request, fields).parts as Uint8Array[]))),
    close: () => client.close(),
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
