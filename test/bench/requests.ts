/** Whether a request of the page is the one that was asked for; its bytes go nowhere. */

import type { IncomingMessage } from "node:http";
import { gunzipSync } from "node:zlib";
import { COMPRESSED_FLAG, FRAME_HEADER_BYTES, readFrameHeader } from "../../src/wire/frame.ts";
import { collect } from "./posts.ts";

/**
 * @param expected the frame that it is, as it comes where nothing is compressed
 * @param byBytes whether all its bytes are compared; else their number alone, as fast as Node can
 */
export async function isExpected(
  request: IncomingMessage,
  expected: Buffer,
  byBytes: boolean,
): Promise<boolean> {
  if (request.headers["grpc-encoding"] === "gzip")
    return isCompressed(await collect(request), expected, byBytes);
  return byBytes ? (await collect(request)).equals(expected) : (await count(request)) === expected.length;
}

/** A message in one compressed frame; unpacked only where its bytes are compared. */
export function isCompressed(body: Buffer, expected: Buffer, byBytes: boolean): boolean {
  const { flags, length } = readFrameHeader(body);
  const content = body.subarray(FRAME_HEADER_BYTES);
  if (flags !== COMPRESSED_FLAG || length !== content.length) return false;
  return !byBytes || gunzipSync(content).equals(expected.subarray(FRAME_HEADER_BYTES));
}

function count(request: IncomingMessage): Promise<number> {
  return new Promise((done, fail) => {
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    request.on("end", () => done(bytes));
    request.on("error", fail);
  });
}
