/** The bytes of a call, made anew of its messages when somebody looks. */

import type { Payload, PredictReply } from "../../client/index.ts";
import { bytesOfBlob, isBlob } from "../../tensor/index.ts";
import { concat, type Encoded, encodeReply, encodeRequest, frameHeader } from "../../wire/index.ts";
import type { CallMessages } from "../record/inspected-call.ts";

/**
 * The request's body as it went over the wire, five bytes of the frame's header first: what `curl` sends to the proxy.
 * Of one that was packed (`compress`) it is what was packed.
 * @throws when a file of it can't be read any more
 */
export async function requestBody({ request, form }: CallMessages): Promise<Uint8Array<ArrayBuffer>> {
  return framed(encodeRequest(request, form.instancesFields, undefined, form.emptyData));
}

/**
 * The frame of the reply's message; trailers are in a frame behind it. It is encoded anew: fields that this client
 * doesn't know, and what of an error's text is no UTF-8, are not in it.
 */
export async function replyBody(reply: PredictReply): Promise<Uint8Array<ArrayBuffer>> {
  return framed(encodeReply(reply));
}

async function framed({ parts, length }: Encoded): Promise<Uint8Array<ArrayBuffer>> {
  return concat([frameHeader(0, length), ...(await Promise.all(parts.map(bytesOf)))]);
}

async function bytesOf(payload: Payload): Promise<Uint8Array> {
  return isBlob(payload) ? bytesOfBlob(payload) : payload;
}
