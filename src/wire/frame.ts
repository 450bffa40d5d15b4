/**
 * gRPC-Web frames: one byte of flags, four bytes of length (big-endian), then that many bytes.
 * Source: grpc/grpc, doc/PROTOCOL-WEB.md ("HTTP/2 framing").
 */

/** Bytes of a frame before its content. */
export const FRAME_HEADER_BYTES = 5;

/** Flag bit of a frame whose content is compressed. This client never asks for such replies. */
export const COMPRESSED_FLAG = 0x01;

/** Flag bit of the last frame, whose content is the trailers as HTTP/1 header lines. */
export const TRAILERS_FLAG = 0x80;

interface FrameHeader {
  flags: number;
  /** Length of the content, in bytes. */
  length: number;
}

/** The five bytes before a content of `length` bytes. */
export function frameHeader(flags: number, length: number): Uint8Array<ArrayBuffer> {
  const header = new Uint8Array(FRAME_HEADER_BYTES);
  header[0] = flags;
  new DataView(header.buffer).setUint32(1, length);
  return header;
}

/** Reads the five bytes at `offset`; the caller has made sure that they are there. */
export function readFrameHeader(bytes: Uint8Array, offset = 0): FrameHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, FRAME_HEADER_BYTES);
  return { flags: view.getUint8(0), length: view.getUint32(1) };
}
