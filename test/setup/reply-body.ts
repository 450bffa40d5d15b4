/** Bodies of gRPC-Web replies, good and broken. */

import { concat } from "../../src/wire/bytes.ts";
import { frameHeader, TRAILERS_FLAG } from "../../src/wire/frame.ts";
import type { PredictReply } from "../../src/wire/message.ts";
import { encodeReply } from "../../src/wire/reply.ts";
import { formatTrailers } from "../../src/wire/trailers.ts";

export const messageFrame = (message: Uint8Array) => concat([frameHeader(0, message.length), message]);

export function trailersFrame(text: string | [string, string][] = [["grpc-status", "0"]]): Uint8Array {
  const content = typeof text === "string" ? new TextEncoder().encode(text) : formatTrailers(text);
  return concat([frameHeader(TRAILERS_FLAG, content.length), content]);
}

/** A whole good reply body. */
export function goodBody(reply: PredictReply): Uint8Array {
  return concat([messageFrame(concat(encodeReply(reply).parts as Uint8Array[])), trailersFrame()]);
}

/** As much of a response, Node's or a relayed one, as an answer needs. */
interface Response {
  writeHead(status: number, headers: Record<string, string>): { end(body: Uint8Array): unknown };
}

const PROTO = { "content-type": "application/grpc-web+proto" };

/** Answers every call with these bytes. */
export const bytesAnswer =
  (body: Uint8Array, headers: Record<string, string>, status: number) => (_: unknown, response: Response) =>
    response.writeHead(status, { ...PROTO, ...headers }).end(body);

/** Answers each call with the next of these replies; the last one stays. */
export function repliesAnswer(replies: readonly PredictReply[]) {
  let next = 0;
  return (_: unknown, response: Response) =>
    response.writeHead(200, PROTO).end(goodBody(replies[Math.min(next++, replies.length - 1)]!));
}
