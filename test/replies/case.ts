/** What a reply case is made of. */

import type { OutgoingHttpHeaders } from "node:http";
import { tensor } from "../../src/client/index.ts";
import { frameHeader } from "../../src/wire/frame.ts";
import { encodeInput } from "../../src/wire/input.ts";
import type { PredictReply } from "../../src/wire/message.ts";
import { type Answer, goodBody, trailersFrame } from "../setup/reply-server.ts";

export const GOOD: PredictReply = { instances: [new Map([["y", encodeInput(tensor([2, 2]))]])], errors: [] };
export const GOOD_BODY = goodBody(GOOD);
/** What `makeCall` shows of it. */
export const GOOD_RESULT = [["y: array([2., 2.], dtype=float32)"]];

export interface Failure {
  kind: string;
  code: number;
  error?: string | RegExp;
  /** In the English hint. */
  hint?: RegExp;
  httpStatus?: number;
  redirectedTo?: string | RegExp;
}

/** What a server answers, and what the client must make of it. */
export type ReplyCase = [name: string, answer: Answer, expected: typeof GOOD_RESULT | Failure];

export const GRPC_WEB = "application/grpc-web+proto";
export const STATUS_OK = trailersFrame();
export const MESSAGE = GOOD_BODY.subarray(0, GOOD_BODY.length - STATUS_OK.length);

/** One reply of these pieces. */
export function reply(pieces: Uint8Array[], headers: OutgoingHttpHeaders = {}, status = 200): Answer {
  return (_, response) =>
    response.writeHead(status, { "content-type": GRPC_WEB, ...headers }).end(Buffer.concat(pieces));
}

/** The reply's bytes sent in pieces, each when the one before has left. */
export function inPieces(pieces: Uint8Array[], headers: OutgoingHttpHeaders = {}): Answer {
  return async (_, response) => {
    response.writeHead(200, { "content-type": GRPC_WEB, ...headers });
    for (const piece of pieces) await new Promise((sent) => response.write(piece, sent));
    response.end();
  };
}

/** Bytes that end with the connection: HTTP itself knows of no end that was missed. */
export function untilClose(bytes: Uint8Array): Answer {
  return (_, response) => {
    const head = `HTTP/1.1 200 OK\r\ncontent-type: ${GRPC_WEB}\r\nconnection: close\r\n\r\n`;
    response.socket!.end(Buffer.concat([Buffer.from(head), bytes]));
  };
}

export const base64 = (bytes: Uint8Array) => Buffer.from(Buffer.from(bytes).toString("base64"));
export const html = (text: string) => Buffer.from(`<!doctype html><title>x</title><h1>${text}</h1>`);
export const oneByOne = (bytes: Uint8Array) => Array.from(bytes, (byte) => Uint8Array.of(byte));

export const protocol = (code: number, error?: RegExp): Failure => ({
  kind: "protocol",
  code,
  ...(error && { error }),
});

export const refused = (code: number, error?: string | RegExp): Failure => ({
  kind: "refused",
  code,
  ...(error !== undefined && { error }),
});

export const frame = (flags: number, content: Uint8Array) =>
  Buffer.concat([frameHeader(flags, content.length), content]);
