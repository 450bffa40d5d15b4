/**
 * A reply in text mode to the bytes that it stands for. A server may encode each piece that it sends on its own, so
 * padding may come anywhere between groups of four characters, not only at the end.
 * Source: grpc/grpc, doc/PROTOCOL-WEB.md ("base64-encoded streams").
 */

import { Status } from "../../wire/index.ts";
import { CallFailure } from "./call-failure.ts";
import type { BodySource } from "./http-reply.ts";

/** Characters that are read at a time, a multiple of four: text is never in memory as a whole. */
const PIECE_CHARS = 64 * 1024;

const PAD = 64;
const NO_DIGIT = 255;

/** What each character is worth. */
const DIGITS = new Uint8Array(256).fill(NO_DIGIT);
for (const [value, char] of [
  ..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=",
].entries()) {
  DIGITS[char.charCodeAt(0)] = value;
}

export class TextSource implements BodySource {
  readonly #text: BodySource;
  /** Bytes of the last group that were not asked for. */
  #rest: Uint8Array = new Uint8Array();

  constructor(text: BodySource) {
    this.#text = text;
  }

  async take(length: number): Promise<Uint8Array> {
    const out = new Uint8Array(length);
    let filled = 0;
    for (;;) {
      const part = this.#rest.subarray(0, length - filled);
      out.set(part, filled);
      filled += part.length;
      this.#rest = this.#rest.subarray(part.length);
      if (filled === length) return out;
      const chars = await this.#text.take(Math.min(PIECE_CHARS, Math.ceil((length - filled) / 3) * 4));
      if (chars.length === 0) return out.subarray(0, filled);
      this.#rest = decodeGroups(chars);
    }
  }

  cancel(): Promise<void> {
    return this.#text.cancel();
  }
}

/** @throws CallFailure when the characters aren't whole groups of base64 */
function decodeGroups(chars: Uint8Array): Uint8Array {
  if (chars.length % 4 !== 0) throw broken("ends inside a group of four characters");
  const out = new Uint8Array((chars.length / 4) * 3);
  let length = 0;
  for (let i = 0; i < chars.length; i += 4) {
    const a = DIGITS[chars[i]!]!;
    const b = DIGITS[chars[i + 1]!]!;
    const c = DIGITS[chars[i + 2]!]!;
    const d = DIGITS[chars[i + 3]!]!;
    if (a >= PAD || b >= PAD || c > PAD || d > PAD || (c === PAD && d !== PAD)) throw broken("is invalid");
    out[length++] = (a << 2) | (b >> 4);
    if (c !== PAD) out[length++] = (b << 4) | (c >> 2);
    if (d !== PAD) out[length++] = (c << 6) | d;
  }
  return out.subarray(0, length);
}

function broken(what: string): CallFailure {
  return new CallFailure("protocol", Status.INTERNAL, `the reply's base64 ${what}`);
}
