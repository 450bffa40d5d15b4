/** Calls to a Serving's own gRPC port, by messages as bytes. */

import { type CallOptions, Client, type ClientOptions, credentials } from "@grpc/grpc-js";
import { PREDICT_PATH } from "../wire/index.ts";

const identity = (message: Buffer) => message;

export interface GrpcCaller {
  /**
   * @param path the method's; `Predict` by default
   * @returns the reply's message
   * @throws ServiceError grpc-js's, with `code` and `details`
   */
  send(message: Uint8Array, path?: string, options?: CallOptions): Promise<Uint8Array>;
  close(): void;
}

/** @param address `HOST:PORT` */
export function grpcCaller(address: string, options: ClientOptions = {}): GrpcCaller {
  const client = new Client(address, credentials.createInsecure(), {
    ...options,
    "grpc.max_receive_message_length": -1,
    "grpc.max_send_message_length": -1,
  });
  return {
    send: (message, path = PREDICT_PATH, call = {}) =>
      new Promise((resolve, reject) => {
        client.makeUnaryRequest(path, identity, identity, Buffer.from(message), call, (error, reply) =>
          error ? reject(error) : resolve(new Uint8Array(reply!)),
        );
      }),
    close: () => client.close(),
  };
}
