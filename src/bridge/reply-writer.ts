/**
 * Writes one gRPC-Web reply: headers, frames, and the trailers as the last frame.
 */
import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import {
  BINARY_TYPE,
  encodeGrpcMessage,
  formatTrailers,
  frameHeader,
  GRPC_MESSAGE,
  GRPC_STATUS,
  statusFromHttp,
  TEXT_TYPE,
  TRAILERS_FLAG,
} from "../wire/index.ts";
import { FrameEncoder } from "./base64-stream.ts";
import { FrameSplitter } from "./frame-splitter.ts";
import { type Refusal, sendRefusal } from "./refusal.ts";

export class ReplyWriter {
  /** The reply is written to its end, or nobody waits for it any more. */
  done = false;
  private readonly frames = new FrameSplitter();
  private readonly encoder: FrameEncoder | undefined;
  private readonly response: ServerResponse;

  /** `text`: the page asked for base64. */
  constructor(response: ServerResponse, text: boolean) {
    this.response = response;
    this.encoder = text ? new FrameEncoder() : undefined;
  }

  get begun(): boolean {
    return this.response.headersSent;
  }

  /** Begins a reply with a body. */
  head(headers: OutgoingHttpHeaders): void {
    if (this.done) return;
    this.response.writeHead(200, { ...headers, "content-type": this.contentType });
    this.response.flushHeaders();
  }

  /** A reply that is only headers, which hold its status ("Trailers-Only" in gRPC's terms). */
  headersOnly(headers: OutgoingHttpHeaders): void {
    if (this.done) return;
    this.done = true;
    this.response.writeHead(200, { ...headers, "content-type": this.contentType, "content-length": "0" });
    this.response.end();
  }

  /** Passes a part of the body on; false when the page does not keep up. */
  write(chunk: Buffer): boolean {
    if (this.done) return true;
    const pieces = this.frames.split(chunk);
    if (!this.encoder) return this.response.write(chunk);
    let keepsUp = true;
    for (const piece of pieces) keepsUp = this.response.write(this.encoder.encode(piece));
    return keepsUp;
  }

  /** Calls back when the page has caught up after `write` returned false. */
  onceCaughtUp(listener: () => void): void {
    this.response.once("drain", listener);
  }

  /** Ends the body; without trailers there is no last frame, which a client treats as an error. */
  end(trailers: [name: string, value: string][]): void {
    if (this.done) return;
    this.done = true;
    if (trailers.length > 0) this.writeTrailers(trailers);
    this.response.end();
  }

  /**
   * Ends the call with an error: in headers when none are sent, else in a trailers frame. Within a frame neither
   * can be, so the connection is cut, as Envoy does: a client must not read trailers as part of a message.
   */
  fail(refusal: Refusal): void {
    if (this.done) return;
    this.done = true;
    if (!this.begun) {
      sendRefusal(this.response, refusal, this.contentType);
    } else if (this.frames.atBoundary) {
      const status = refusal.grpcStatus ?? statusFromHttp(refusal.httpStatus);
      this.writeTrailers([
        [GRPC_STATUS, String(status)],
        [GRPC_MESSAGE, encodeGrpcMessage(refusal.message)],
      ]);
      this.response.end();
    } else {
      this.response.destroy();
    }
  }

  private writeTrailers(trailers: [string, string][]): void {
    const content = formatTrailers(trailers);
    const frame = Buffer.concat([frameHeader(TRAILERS_FLAG, content.length), content]);
    this.response.write(this.encoder ? this.encoder.encode({ bytes: frame, endsFrame: true }) : frame);
  }

  private get contentType(): string {
    return this.encoder ? TEXT_TYPE : BINARY_TYPE;
  }
}
