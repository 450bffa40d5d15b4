/**
 * grpc-web's own transport, over `XMLHttpRequest`, for those who want exactly that: it can't send a `Blob`, loses error
 * texts and takes a reply without trailers for a good one. It is loaded for the first call that it makes.
 */

import { Status } from "../../wire/index.ts";
import type { Call, Send } from "./call.ts";
import { CallFailure } from "./call-failure.ts";
import { descriptorOf, unaryCall } from "./grpc-web.ts";
import type { TransportOptions } from "./transport-options.ts";

/** How a call's messages become one array of bytes and back, for grpc-web's own transport. */
export interface ArrayCodec<Request, Response> {
  encode(call: Call<Request>): Uint8Array;
  decode(message: Uint8Array): Response;
}

/** grpc-web's own transport. Of a call's progress it knows nothing. */
export function grpcWebTransport<Request, Response>(
  path: string,
  codec: ArrayCodec<Request, Response>,
  { credentials, maxReplyBytes }: TransportOptions,
): Send<Request, Response> {
  const options = {
    withCredentials: credentials === "include",
    maxReceiveMessageSize: maxReplyBytes,
  };
  return async (call) => {
    const { GrpcWebClientBase, MethodDescriptor } = await load();
    const headers = { ...call.headers };
    // It takes its deadline, a point in time, from the metadata.
    if (call.deadline) headers.deadline = String(Date.now() + call.deadline.remainingMs());
    // Of the call it hands on the message alone.
    const descriptor = descriptorOf(path, () => codec.encode(call), codec.decode, MethodDescriptor);
    return unaryCall(GrpcWebClientBase, { ...call, headers }, descriptor, options, []);
  };
}

async function load(): Promise<typeof import("grpc-web")> {
  try {
    return await import("grpc-web");
  } catch (error) {
    const text = `the part of this page that holds grpc-web's own transport can't be loaded: ${(error as Error).message}`;
    throw Object.assign(new CallFailure("proxy-unreachable", Status.UNAVAILABLE, text), { cause: error });
  }
}
