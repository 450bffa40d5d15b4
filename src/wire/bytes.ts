/** Bytes of the protobuf wire format that are written without google-protobuf's writer. */

import type { Payload } from "./message.ts";

/** Bytes of a payload. */
export function sizeOfPayload(payload: Payload): number {
  return payload instanceof Uint8Array ? payload.length : payload.size;
}

/** Tag (wire type 2) and length of a field whose content follows. Field numbers here are all below 16. */
export function delimitedHeader(field: number, length: number): Uint8Array<ArrayBuffer> {
  let size = 2;
  for (let rest = length; rest > 0x7f; rest = Math.floor(rest / 0x80)) size++;
  const bytes = new Uint8Array(size);
  bytes[0] = (field << 3) | 2;
  let at = 1;
  let rest = length;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes[at++] = (rest % 0x80) | 0x80;
  bytes[at] = rest;
  return bytes;
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
