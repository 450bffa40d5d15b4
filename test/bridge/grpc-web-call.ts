/**
 * A gRPC-Web client that hides nothing: it gives back what came over the wire.
 */
import {
  type ClientRequest,
  request as httpRequest,
  type IncomingHttpHeaders,
  type RequestOptions,
} from "node:http";
import { FRAME_HEADER_BYTES, frameHeader, readFrameHeader, TRAILERS_FLAG } from "../../src/wire/frame.ts";
import { PREDICT_PATH } from "../../src/wire/schema.ts";
import { decodeGrpcMessage, type Metadata, parseTrailers } from "../../src/wire/trailers.ts";

export interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** False when the connection was cut before the body's end. */
  complete: boolean;
}

/** One message as a request body. */
export function frame(message: string | Buffer): Buffer {
  const bytes = Buffer.from(message);
  return Buffer.concat([frameHeader(0, bytes.length), bytes]);
}

/** Begins a request, by default a POST of gRPC-Web to Predict; the caller writes the body. */
export function begin(port: number, options: RequestOptions = {}): ClientRequest {
  const method = options.method ?? "POST";
  const type = method === "POST" ? { "content-type": "application/grpc-web+proto" } : {};
  return httpRequest({
    port,
    host: "127.0.0.1",
    path: PREDICT_PATH,
    agent: false,
    ...options,
    method,
    headers: { ...type, ...options.headers },
  });
}

/** Waits for the reply to a request that was begun. Rejects when there is none. */
export function reply(request: ClientRequest): Promise<Reply> {
  return new Promise((resolve, reject) => {
    request.once("error", reject);
    request.once("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      // A cut connection is an error event first; "close" comes in every case.
      response.on("error", () => {});
      response.on("close", () => {
        const { statusCode: status = 0, headers, complete } = response;
        resolve({ status, headers, body: Buffer.concat(chunks), complete });
      });
    });
  });
}

/** Sends a whole request and waits for the reply. */
export function call(port: number, body: Buffer | string = "", options: RequestOptions = {}): Promise<Reply> {
  const request = begin(port, options);
  const replied = reply(request);
  request.end(body);
  return replied;
}

/** The frames of a reply's body: messages, and the trailers if the last frame holds them. */
export function readFrames(body: Buffer): { messages: Buffer[]; trailers: Metadata | undefined } {
  const messages: Buffer[] = [];
  let trailers: Metadata | undefined;
  for (let at = 0; at < body.length; ) {
    const { flags, length } = readFrameHeader(body, at);
    const content = body.subarray(at + FRAME_HEADER_BYTES, at + FRAME_HEADER_BYTES + length);
    if (content.length < length || trailers) throw new Error("cut frame, or one after the trailers");
    if (flags & TRAILERS_FLAG) trailers = parseTrailers(content);
    else messages.push(content);
    at += FRAME_HEADER_BYTES + length;
  }
  return { messages, trailers };
}

/** Status and text of a reply, from wherever they stand. */
export function outcome({ headers, body }: Reply): { code: number; message: string } {
  const from = headers["grpc-status"] === undefined ? (readFrames(body).trailers ?? {}) : headers;
  const message = decodeGrpcMessage(String(from["grpc-message"] ?? ""));
  return { code: Number(from["grpc-status"] ?? Number.NaN), message };
}
