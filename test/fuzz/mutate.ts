/** Mutations of a reply, from a random source that a seed repeats. */

import { HEAD_BYTES } from "./reply.ts";

const MAX_BYTES = 6000;

const WORDS = [
  "grpc-status:0\r\n",
  "grpc-status: 13\r\n",
  "grpc-message:%E6%BB%A1\r\n",
  "Grpc-Status:0\n",
  ":",
  "=",
  "==",
  "gAAAAA8=",
].map((word) => Buffer.from(word));
const BYTES = [0, 1, 2, 5, 0x0d, 0x0a, 0x3d, 0x7f, 0x80, 0x81, 0xfe, 0xff];
const LENGTHS = [0, 1, 5, 15, 0xff, 4095, 4096, 4097, 0x7fff_ffff, 0xffff_fffa, 0xffff_ffff];

/** Mulberry32: numbers from 0 to 1. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export class Mutator {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  below(limit: number): number {
    return Math.floor(this.#random() * limit);
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** One input of the corpus with one to four changes, the head's bytes among what may change. */
  mutate(corpus: readonly Uint8Array[]): Uint8Array {
    let bytes: Uint8Array = Buffer.from(this.one(corpus));
    for (let left = 1 + this.below(4); left > 0; left--) bytes = this.#change(bytes, corpus);
    return bytes.subarray(0, MAX_BYTES);
  }

  #change(bytes: Uint8Array, corpus: readonly Uint8Array[]): Uint8Array {
    const at = this.below(bytes.length);
    const length = this.below(Math.min(64, bytes.length - at));
    switch (this.below(11)) {
      case 0:
        bytes[at]! ^= 1 << this.below(8);
        return bytes;
      case 1:
        bytes[at] = this.one(BYTES);
        return bytes;
      case 2:
        bytes[at] = this.below(256);
        return bytes;
      case 3:
        if (at + 4 <= bytes.length)
          new DataView(bytes.buffer, bytes.byteOffset).setUint32(at, this.one(LENGTHS));
        return bytes;
      case 4:
        return bytes.subarray(0, at);
      case 5:
        return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
      case 6:
        return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
      case 7:
        return Buffer.concat([bytes.subarray(0, at), this.one(WORDS), bytes.subarray(at)]);
      case 8: {
        const other = this.one(corpus);
        return Buffer.concat([bytes.subarray(0, at), other.subarray(this.below(other.length))]);
      }
      case 9:
        return this.#inBase64(bytes);
      default:
        bytes[this.below(HEAD_BYTES) % bytes.length] = this.below(256);
        return bytes;
    }
  }

  /** The body in text mode, in one piece or several. */
  #inBase64(bytes: Uint8Array): Uint8Array {
    const cut = HEAD_BYTES + this.below(Math.max(1, bytes.length - HEAD_BYTES));
    const pieces = [bytes.subarray(HEAD_BYTES, cut), bytes.subarray(cut)];
    const text = pieces.map((piece) => Buffer.from(Buffer.from(piece).toString("base64")));
    const head = Buffer.from(bytes.subarray(0, HEAD_BYTES));
    if (head.length === HEAD_BYTES) head[1] = TEXT_TYPE;
    return Buffer.concat([head, ...text]);
  }
}

/** Place of text mode among the content types of the target. */
const TEXT_TYPE = 2;
