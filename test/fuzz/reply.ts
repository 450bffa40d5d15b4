/**
 * The target of the fuzzer: bytes that it made become a reply, whose head is chosen by the first of them, and go the
 * whole way that a reply goes, to outcomes or an error. Throws when the client does what it never may.
 */

import { toResult } from "../../src/client/serving/outcome.ts";
import { BodyReader } from "../../src/client/transport/body-reader.ts";
import { BytesSource } from "../../src/client/transport/bytes-source.ts";
import { CallFailure } from "../../src/client/transport/call-failure.ts";
import type { BodySource, HttpReply } from "../../src/client/transport/http-reply.ts";
import { readReply } from "../../src/client/transport/unary-reply.ts";
import { decodeReply } from "../../src/wire/reply.ts";
import { emptyMetadata } from "../../src/wire/trailers.ts";
import { isWholeReply } from "./whole-reply.ts";

export const MAX_REPLY_BYTES = 4096;
/** Trailers and error pages have limits of their own. */
const MAX_TAKE_BYTES = 1024 * 1024;

const STATUSES = [200, 200, 200, 200, 200, 200, 204, 404, 413, 429, 503, 504];
const TYPES = [
  "application/grpc-web+proto",
  "application/grpc-web",
  "application/grpc-web-text",
  "application/grpc-web+proto; charset=utf-8",
  "application/grpc-web+json",
  "text/html",
  undefined,
];
const GRPC_STATUSES = [undefined, undefined, undefined, "0", "8", "abc", ""];
const GRPC_MESSAGES = [undefined, "%E6%BB%A1", "100%", "%zz"];

/** How many bytes choose the head. */
export const HEAD_BYTES = 5;

export async function fuzz(data: Uint8Array): Promise<void> {
  if (data.length < HEAD_BYTES) return;
  const [status, type, grpcStatus, grpcMessage, pieces] = data;
  const headers = emptyMetadata();
  set("content-type", TYPES[type! % TYPES.length]);
  set("grpc-status", GRPC_STATUSES[grpcStatus! % GRPC_STATUSES.length]);
  set("grpc-message", GRPC_MESSAGES[grpcMessage! % GRPC_MESSAGES.length]);
  const body = data.subarray(HEAD_BYTES);
  const reply: HttpReply = {
    status: STATUSES[status! % STATUSES.length]!,
    statusText: "",
    headers,
    body: new WatchedSource(sourceOf(body, pieces!)),
  };
  let message: Uint8Array;
  try {
    ({ message } = await readReply(reply, { url: "http://proxy.example/", maxReplyBytes: MAX_REPLY_BYTES }));
  } catch (error) {
    if (error instanceof CallFailure && error.message !== "" && error.code > 0 && error.code <= 16) return;
    throw new Error("a reply failed with no proper failure", { cause: error });
  }
  if (!isWholeReply(reply, body)) throw new Error("a broken reply was taken for a good one");
  if (message.length > MAX_REPLY_BYTES) throw new Error("a message above the limit was taken");
  decode(message);

  function set(name: string, value: string | undefined): void {
    if (value !== undefined) headers[name] = value;
  }
}

function decode(message: Uint8Array): void {
  let reply: ReturnType<typeof decodeReply>;
  try {
    reply = decodeReply(message);
  } catch (error) {
    if (error instanceof Error && !(error instanceof RangeError)) return;
    throw error;
  }
  for (const release of ["auto", "1.1"] as const) toResult(reply, release);
}

/** The body in memory, or as a stream of pieces of this many bytes. */
function sourceOf(body: Uint8Array, pieces: number): BodySource {
  // A stream is slow: one input of sixteen.
  if (pieces % 16 !== 0) return new BytesSource(body);
  const size = 1 + (pieces >> 4);
  let offset = 0;
  return new BodyReader(
    new ReadableStream({
      type: pieces % 32 === 0 ? "bytes" : undefined,
      pull(controller: ReadableByteStreamController) {
        if (offset < body.length) controller.enqueue(new Uint8Array(body.subarray(offset, offset + size)));
        else {
          controller.close();
          controller.byobRequest?.respond(0);
        }
        offset += size;
      },
    } as UnderlyingByteSource),
  );
}

/** Memory is asked for by what is taken: never more than a limit, whatever a frame says of its length. */
class WatchedSource implements BodySource {
  readonly #source: BodySource;

  constructor(source: BodySource) {
    this.#source = source;
  }

  take(length: number): Promise<Uint8Array> {
    if (length > MAX_TAKE_BYTES) throw new Error(`${length} bytes were asked for`);
    return this.#source.take(length);
  }

  cancel(): Promise<void> {
    return this.#source.cancel();
  }
}
