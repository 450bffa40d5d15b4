/**
 * The text form of gRPC-Web, streamed. Source: grpc/grpc, doc/PROTOCOL-WEB.md: bodies are base64, and "padding
 * may occur within the stream": Envoy pads each frame of a reply on its own, and so does this.
 */
import type { FramePiece } from "./frame-splitter.ts";

const EMPTY = Buffer.alloc(0);

/** Encodes the frames of a reply, each padded at its end. */
export class FrameEncoder {
  private carry = EMPTY;

  encode({ bytes, endsFrame }: Pick<FramePiece, "bytes" | "endsFrame">): Buffer {
    const all = this.carry.length > 0 ? Buffer.concat([this.carry, bytes]) : bytes;
    const whole = endsFrame ? all.length : all.length - (all.length % 3);
    // A copy: a view would keep the whole chunk alive.
    this.carry = Buffer.from(all.subarray(whole));
    return Buffer.from(all.toString("base64", 0, whole), "latin1");
  }
}

/**
 * Decodes the body of a request. Padding is mandatory and ends the body, as in Envoy.
 * Both methods throw an `Error` for what is not base64.
 */
export class BodyDecoder {
  private carry = "";
  private ended = false;

  decode(chunk: Buffer): Buffer {
    const text = this.carry + chunk.toString("latin1");
    const whole = text.length - (text.length % 4);
    this.carry = text.slice(whole);
    if (whole === 0) return EMPTY;
    const groups = text.slice(0, whole);
    if (this.ended || !/^[A-Za-z0-9+/]*={0,2}$/.test(groups)) throw new Error("the body is not base64");
    this.ended = groups.endsWith("=");
    return Buffer.from(groups, "base64");
  }

  /** To be called at the end of the body: nothing may be left over. */
  end(): void {
    if (this.carry !== "") throw new Error("the body is not base64: its length is not a multiple of four");
  }
}
