/** This library's own transport: a call's message to bytes, one request, and the reply's bytes to its message. */

import { type Encoded, Status } from "../../wire/index.ts";
import type { Call, Send } from "./call.ts";
import { CallFailure } from "./call-failure.ts";
import type { TransportOptions } from "./transport-options.ts";
import { unary } from "./unary.ts";

/** How a method's messages become bytes: a request is parts, of which none is copied. */
export interface MessageCodec<Request, Response> {
  encode(call: Call<Request>): Encoded;
  /** Its bytes are the codec's to keep. May throw what it likes: the call then fails as one with a broken reply. */
  decode(message: Uint8Array): Response;
}

export function ownTransport<Request, Response>(
  options: TransportOptions,
  codec: MessageCodec<Request, Response>,
): Send<Request, Response> {
  return async (call) => {
    const { message, headers, trailers } = await unary(call, codec.encode(call), options);
    return { message: decode(codec, message), headers, trailers };
  };
}

function decode<Response>(codec: MessageCodec<never, Response>, message: Uint8Array): Response {
  try {
    return codec.decode(message);
  } catch (error) {
    const text = `the reply's message can't be decoded: ${(error as Error).message}`;
    throw Object.assign(new CallFailure("protocol", Status.INTERNAL, text), { cause: error });
  }
}
