/**
 * Reads a reply's body piece by piece into memory of exactly the wanted size: with a BYOB reader, where the body
 * allows one, the browser writes straight into it.
 */

import { HEAD_BYTES } from "../../wire/index.ts";
import type { BodySource } from "./http-reply.ts";
import { isBrowser } from "./platform.ts";

export class BodyReader implements BodySource {
  readonly #byob: ReadableStreamBYOBReader | undefined;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  /** Bytes read and not yet taken. */
  #rest: Uint8Array = new Uint8Array();

  readonly #onBytes: ((total: number) => void) | undefined;
  #received = 0;

  /**
   * @param onBytes is called with the bytes received so far, whenever some arrive
   * @param byob whether the body may write into memory of ours, where it can
   */
  constructor(body: ReadableStream<Uint8Array>, onBytes?: (total: number) => void, byob = isBrowser()) {
    this.#onBytes = onBytes;
    if (byob) {
      try {
        this.#byob = body.getReader({ mode: "byob" });
        return;
      } catch {
        // No stream of bytes: its chunks are copied.
      }
    }
    this.#reader = body.getReader();
  }

  async take(length: number, bytesBefore?: (head: Uint8Array) => number): Promise<Uint8Array> {
    if (length <= SMALL_BYTES) return this.#takeSmall(length);
    if (bytesBefore) await this.#fill(Math.min(length, HEAD_BYTES));
    const start = bytesBefore?.(this.#rest) ?? 0;
    const end = start + length;
    let buffer: ArrayBuffer = new ArrayBuffer(end);
    const ahead = this.#cut(length);
    new Uint8Array(buffer).set(ahead, start);
    let filled = start + ahead.length;
    while (filled < end) {
      if (this.#byob) {
        const { value, done } = await this.#byob.read(new Uint8Array(buffer, filled));
        if (value) buffer = value.buffer as ArrayBuffer;
        if (done) break;
        filled += value.length;
        this.#count(value);
      } else {
        const chunk = await this.#chunk();
        if (!chunk) break;
        const part = chunk.subarray(0, end - filled);
        new Uint8Array(buffer).set(part, filled);
        filled += part.length;
        this.#rest = chunk.subarray(part.length);
      }
    }
    return new Uint8Array(buffer, start, filled - start);
  }

  async cancel(): Promise<void> {
    await (this.#byob ?? this.#reader)!.cancel().catch(() => {});
  }

  async #takeSmall(length: number): Promise<Uint8Array> {
    await this.#fill(length);
    return this.#cut(length);
  }

  /** Reads until this many bytes are here, or the body ends. */
  async #fill(length: number): Promise<void> {
    while (this.#rest.length < length) {
      const missing = length - this.#rest.length;
      const chunk = await this.#chunk(this.#received === 0 ? FIRST_BYTES : Math.max(missing, LATER_BYTES));
      if (!chunk) return;
      if (this.#rest.length === 0) {
        this.#rest = chunk;
      } else {
        const joined = new Uint8Array(this.#rest.length + chunk.length);
        joined.set(this.#rest);
        joined.set(chunk, this.#rest.length);
        this.#rest = joined;
      }
    }
  }

  #cut(length: number): Uint8Array {
    const taken = this.#rest.subarray(0, length);
    this.#rest = this.#rest.subarray(length);
    return taken;
  }

  /** Whatever comes next, and at most `room` bytes of it where that can be said; `undefined` at the end. */
  async #chunk(room = LATER_BYTES): Promise<Uint8Array | undefined> {
    const { value, done } = await (this.#byob?.read(new Uint8Array(room)) ?? this.#reader!.read());
    if (done || !value) return undefined;
    this.#count(value);
    // Where Node's `fetch` meets jsdom's arrays, google-protobuf would not know its class.
    return new Uint8Array(value.buffer, value.byteOffset, value.length);
  }

  #count(chunk: Uint8Array): void {
    this.#received += chunk.length;
    this.#onBytes?.(this.#received);
  }
}

/** Room for the first read: all of a small reply. */
const FIRST_BYTES = 4 * 1024;

/** Room for a later one, usually trailers or the end. */
const LATER_BYTES = 256;

/** What is looked for among bytes read ahead; anything larger gets memory of its own. */
const SMALL_BYTES = FIRST_BYTES / 2;
