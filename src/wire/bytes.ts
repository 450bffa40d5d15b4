/** Sizes and copies of bytes that are in several places. */

import type { Payload } from "./message.ts";

/** Bytes of a payload. */
export function sizeOfPayload(payload: Payload): number {
  return "size" in payload ? payload.size : payload.length;
}

/** One array of all parts, which must be in memory. */
export function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
