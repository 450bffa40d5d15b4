/**
 * Follows the frames of a reply as its bytes pass by, without holding any: where a frame ends is where trailers
 * may follow, and where base64 must be padded.
 */
import { COMPRESSED_FLAG, FRAME_HEADER_BYTES, readFrameHeader } from "../wire/index.ts";

export interface FramePiece {
  bytes: Buffer;
  /** Those of them that are content, not the frame's header. */
  content: Buffer;
  /** The frame's content is compressed. */
  isPacked: boolean;
  /** These bytes are the last of their frame. */
  endsFrame: boolean;
}

export class FrameSplitter {
  private readonly header = new Uint8Array(FRAME_HEADER_BYTES);
  private headerBytes = 0;
  /** Content that is still to come in the present frame, in bytes. */
  private remaining = 0;

  /** No frame is under way: what was passed on so far is whole. */
  get atBoundary(): boolean {
    return this.headerBytes === 0;
  }

  /** Cuts a chunk after each end of a frame. The pieces are views of the chunk. */
  split(chunk: Buffer): FramePiece[] {
    const pieces: FramePiece[] = [];
    let start = 0;
    let at = 0;
    /** Bytes of a frame's header from `start` on. */
    let header = 0;
    const cut = (endsFrame: boolean) => {
      const bytes = chunk.subarray(start, at);
      const isPacked = (this.header[0]! & COMPRESSED_FLAG) !== 0;
      pieces.push({ bytes, content: bytes.subarray(header), isPacked, endsFrame });
      start = at;
      header = 0;
    };
    while (at < chunk.length) {
      if (this.headerBytes < FRAME_HEADER_BYTES) {
        this.header[this.headerBytes++] = chunk[at++]!;
        header++;
        if (this.headerBytes === FRAME_HEADER_BYTES) this.remaining = readFrameHeader(this.header).length;
      } else {
        const taken = Math.min(this.remaining, chunk.length - at);
        this.remaining -= taken;
        at += taken;
      }
      if (this.headerBytes === FRAME_HEADER_BYTES && this.remaining === 0) {
        this.headerBytes = 0;
        cut(true);
      }
    }
    if (start < at) cut(false);
    return pieces;
  }
}
