/**
 * The interceptor nearest the wire: it makes the call itself instead of passing it on to grpc-web's own XHR
 * transport, which can't send a `Blob`, loses error texts and takes a reply without trailers for a good one.
 */

import type { UnaryInterceptor } from "grpc-web";
import type { Encoded } from "../../wire/encode.ts";
import { Status } from "../../wire/status.ts";
import { CallFailure } from "./call-failure.ts";
import type { Deadline } from "./deadline.ts";
import type { OnProgress } from "./progress.ts";
import { unary } from "./unary.ts";

/** What a call carries beside its request; grpc-web shows interceptors the request alone. */
export interface CallContext {
  signal?: AbortSignal | undefined;
  deadline?: Deadline | undefined;
  onProgress?: OnProgress | undefined;
}

export interface TerminalOptions {
  /** The proxy's address, without a slash at its end. */
  address: string;
  credentials: RequestCredentials;
  maxReplyBytes: number;
}

/** How a method's messages become bytes; grpc-web's own descriptor of a method knows one array only, not parts. */
export interface MessageCodec<Request, Reply> {
  encode(request: Request): Encoded;
  /** Its bytes are the codec's to keep. May throw what it likes: the call then fails as one with a broken reply. */
  decode(message: Uint8Array): Reply;
}

export function terminalInterceptor<Request extends object, Reply>(
  options: TerminalOptions,
  codec: MessageCodec<Request, Reply>,
  contexts: WeakMap<Request, CallContext>,
): UnaryInterceptor<Request, Reply> {
  return {
    async intercept(request) {
      const outgoing = request.getRequestMessage();
      const method = request.getMethodDescriptor();
      const { message, headers, trailers } = await unary({
        ...contexts.get(outgoing),
        credentials: options.credentials,
        maxReplyBytes: options.maxReplyBytes,
        url: options.address + method.getName(),
        message: codec.encode(outgoing),
        metadata: request.getMetadata(),
      });
      const reply = decode(codec, message);
      return {
        getResponseMessage: () => reply,
        getMetadata: () => headers,
        getMethodDescriptor: () => method,
        getStatus: () => ({ code: Status.OK, details: trailers["grpc-message"] ?? "", metadata: trailers }),
      };
    },
  };
}

function decode<Reply>(codec: MessageCodec<never, Reply>, message: Uint8Array): Reply {
  try {
    return codec.decode(message);
  } catch (error) {
    const text = `the reply's message can't be decoded: ${(error as Error).message}`;
    throw Object.assign(new CallFailure("protocol", Status.INTERNAL, text), { cause: error });
  }
}
