/**
 * How large a request is once its messages are unpacked. It is unpacked for that alone and goes to the worker as it
 * came, and what is unpacked is counted and thrown away: a small body that stands for a huge one takes no memory.
 */
import { createUnzip, type Unzip } from "node:zlib";
import { FrameSplitter } from "./frame-splitter.ts";

/** Bytes unpacked at a time. */
const CHUNK_BYTES = 64 * 1024;

export class UnpackedSize {
  /** Bytes so far, with the frames' headers; what is above the limit is not unpacked to its end. */
  bytes = 0;
  private readonly frames = new FrameSplitter();
  private readonly maxBytes: number;
  private unzip: Unzip | undefined;
  /** Nothing more comes out: its end, or it is no gzip, which the worker will say. */
  private over: Promise<unknown> | undefined;

  /** The encodings of messages that gRPC's servers know; of others nothing is packed as far as this can see. */
  static knows(encoding: string | string[] | undefined): boolean {
    return encoding === "gzip" || encoding === "deflate";
  }

  constructor(maxBytes: number) {
    this.maxBytes = maxBytes;
  }

  /** Counts a part of the body. When this resolves at the end of a message, all of that is counted. */
  async add(chunk: Buffer): Promise<void> {
    for (const { bytes, content, isPacked, endsFrame } of this.frames.split(chunk)) {
      this.bytes += isPacked ? bytes.length - content.length : bytes.length;
      if (isPacked) await this.unpack(content, endsFrame);
      if (this.bytes > this.maxBytes) return;
    }
  }

  close(): void {
    this.unzip?.destroy();
  }

  private async unpack(content: Buffer, endsFrame: boolean): Promise<void> {
    this.unzip ??= this.begin();
    const { unzip } = this;
    if (content.length > 0) {
      const written = new Promise<void>((done) => void unzip.write(content, () => done()));
      await Promise.race([written, this.over]);
    }
    if (!endsFrame) return;
    unzip.end();
    await this.over;
    this.unzip = undefined;
  }

  private begin(): Unzip {
    const unzip = createUnzip({ chunkSize: CHUNK_BYTES });
    unzip.on("data", ({ length }: Buffer) => {
      this.bytes += length;
      if (this.bytes > this.maxBytes) unzip.destroy();
    });
    unzip.on("error", () => {});
    // Garbage behind the packed bytes ends it without a word to whoever writes.
    this.over = new Promise((done) => unzip.once("end", done).once("close", done));
    return unzip;
  }
}
