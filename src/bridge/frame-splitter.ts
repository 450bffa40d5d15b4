/**
 * Follows the frames of a reply as its bytes pass by, without holding any: where a frame ends is where trailers
 * may follow, and where base64 must be padded.
 */
import { FRAME_HEADER_BYTES, readFrameHeader } from "../wire/index.ts";

export interface FramePiece {
  bytes: Buffer;
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
    while (at < chunk.length) {
      if (this.headerBytes < FRAME_HEADER_BYTES) {
        this.header[this.headerBytes++] = chunk[at++]!;
        if (this.headerBytes === FRAME_HEADER_BYTES) this.remaining = readFrameHeader(this.header).length;
      } else {
        const taken = Math.min(this.remaining, chunk.length - at);
        this.remaining -= taken;
        at += taken;
      }
      if (this.headerBytes === FRAME_HEADER_BYTES && this.remaining === 0) {
        this.headerBytes = 0;
        pieces.push({ bytes: chunk.subarray(start, at), endsFrame: true });
        start = at;
      }
    }
    if (start < chunk.length) pieces.push({ bytes: chunk.subarray(start), endsFrame: false });
    return pieces;
  }
}
