/**
 * A gRPC-Web reply body to its one message and its trailers. Strict: a reply that is cut off, has anything behind
 * its trailers, or says no status is an error, never half a result.
 * Source: grpc/grpc, doc/PROTOCOL-WEB.md.
 */

import {
  bytesBefore,
  COMPRESSED_FLAG,
  FRAME_HEADER_BYTES,
  type Metadata,
  parseTrailers,
  readFrameHeader,
  Status,
  TRAILERS_FLAG,
} from "../../wire/index.ts";
import { CallFailure } from "./call-failure.ts";
import type { BodySource } from "./http-reply.ts";

/** Trailers are a few header lines; more than this can't be trailers. */
const MAX_TRAILERS_BYTES = 1024 * 1024;

export interface ReplyBody {
  /** Absent when the server sent none, as it does with an error. */
  message?: Uint8Array;
  /** Absent when the body ended without a trailers frame. */
  trailers?: Metadata;
}

/**
 * @param maxReplyBytes a message above it is refused before memory is asked for
 * @throws CallFailure for anything but one whole gRPC-Web reply
 */
export async function readReplyBody(body: BodySource, maxReplyBytes: number): Promise<ReplyBody> {
  const reply: ReplyBody = {};
  for (;;) {
    const bytes = await body.take(FRAME_HEADER_BYTES);
    if (bytes.length === 0) return reply;
    if (reply.trailers) throw broken("the reply continues after its trailers");
    if (bytes.length < FRAME_HEADER_BYTES) throw broken("the reply ends inside a frame header");
    const { flags, length } = readFrameHeader(bytes);
    if (flags & COMPRESSED_FLAG) throw broken("the reply is compressed, which this client did not ask for");
    if (flags !== 0 && flags !== TRAILERS_FLAG) {
      throw broken(`the reply has a frame with unknown flags 0x${flags.toString(16).padStart(2, "0")}`);
    }
    if (flags === TRAILERS_FLAG) {
      if (length > MAX_TRAILERS_BYTES) throw broken(`the reply's trailers are too large: ${length} bytes`);
      reply.trailers = trailersOf(await whole(body, length, "trailers"));
    } else {
      if (reply.message)
        throw new CallFailure("protocol", Status.UNIMPLEMENTED, "the reply has two messages");
      if (length > maxReplyBytes) throw tooLarge(length, maxReplyBytes);
      reply.message = await whole(body, length, "message", bytesBefore);
    }
  }
}

async function whole(
  body: BodySource,
  length: number,
  what: string,
  place?: (head: Uint8Array) => number,
): Promise<Uint8Array> {
  const bytes = await body.take(length, place).catch((error) => {
    // The limit may be above what the device can give.
    if (error instanceof RangeError) throw noMemory(length);
    throw error;
  });
  if (bytes.length < length) {
    throw broken(`the reply is cut off inside its ${what}: got ${bytes.length} of ${length} bytes`);
  }
  return bytes;
}

function trailersOf(bytes: Uint8Array): Metadata {
  try {
    return parseTrailers(bytes);
  } catch (error) {
    throw broken((error as Error).message);
  }
}

function broken(text: string): CallFailure {
  return new CallFailure("protocol", Status.INTERNAL, text);
}

function noMemory(length: number): CallFailure {
  const text = `not enough memory for the reply's ${length} bytes`;
  return new CallFailure("too-large", Status.RESOURCE_EXHAUSTED, text);
}

function tooLarge(length: number, limit: number): CallFailure {
  return new CallFailure(
    "too-large",
    Status.RESOURCE_EXHAUSTED,
    `the reply's message has ${length} bytes, above maxReplyBytes (${limit})`,
  );
}
