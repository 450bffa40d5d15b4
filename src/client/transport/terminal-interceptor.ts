/**
 * The interceptor nearest the wire: it makes the call itself instead of passing it on to grpc-web's own XHR
 * transport, which can't send a `Blob`, loses error texts and takes a reply without trailers for a good one.
 */

import type { UnaryInterceptor } from "grpc-web";
import { InstanceReader } from "../wire/instance-reader.ts";
import type { PredictReply } from "../wire/message.ts";
import { decodeReply } from "../wire/reply.ts";
import { Status } from "../wire/status.ts";
import { CallFailure } from "./call-failure.ts";
import { encodeOutgoing, type OutgoingRequest } from "./predict.ts";
import type { OnProgress } from "./progress.ts";
import { unary } from "./unary.ts";

/** What a call carries beside its request; grpc-web shows interceptors the request alone. */
export interface CallContext {
  signal?: AbortSignal | undefined;
  timeoutMs?: number | undefined;
  onProgress?: OnProgress | undefined;
}

export interface TerminalOptions {
  /** The proxy's address, without a slash at its end. */
  address: string;
  credentials: RequestCredentials;
  maxReplyBytes: number;
}

export function terminalInterceptor(
  options: TerminalOptions,
  contexts: WeakMap<OutgoingRequest, CallContext>,
): UnaryInterceptor<OutgoingRequest, PredictReply> {
  // A reply's memory is nobody else's, so data may be moved in it.
  const instances = new InstanceReader(true);
  return {
    async intercept(request) {
      const outgoing = request.getRequestMessage();
      const method = request.getMethodDescriptor();
      const { message, headers, trailers } = await unary({
        ...contexts.get(outgoing),
        credentials: options.credentials,
        maxReplyBytes: options.maxReplyBytes,
        url: options.address + method.getName(),
        message: encodeOutgoing(outgoing),
        metadata: request.getMetadata(),
      });
      const reply = decode(message, instances);
      return {
        getResponseMessage: () => reply,
        getMetadata: () => headers,
        getMethodDescriptor: () => method,
        getStatus: () => ({ code: Status.OK, details: trailers["grpc-message"] ?? "", metadata: trailers }),
      };
    },
  };
}

function decode(message: Uint8Array, instances: InstanceReader): PredictReply {
  try {
    return decodeReply(message, instances);
  } catch (error) {
    const text = `the reply's message can't be decoded: ${(error as Error).message}`;
    throw Object.assign(new CallFailure("protocol", Status.INTERNAL, text), { cause: error });
  }
}
