/**
 * Protobuf's own encoding, as far as it is read and written here without google-protobuf: tags and varints.
 * Source: protobuf.dev, "Encoding".
 */

/** Wire types: every field of Serving's messages has one of these two, or is a packed list of the first. */
export const VARINT = 0;
export const DELIMITED = 2;

/** The byte before a field. Field numbers here are all below 16, so that it is one. */
export function tagOf(field: number, type: number): number {
  return (field << 3) | type;
}

/** The wire type in a tag. */
export function typeOf(tag: number): number {
  return tag & 7;
}

/** Tag and length of a field whose content follows. */
export function delimitedHeader(field: number, length: number): Uint8Array<ArrayBuffer> {
  let size = 2;
  for (let rest = length; rest > 0x7f; rest = Math.floor(rest / 0x80)) size++;
  const bytes = new Uint8Array(size);
  bytes[0] = tagOf(field, DELIMITED);
  let at = 1;
  let rest = length;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes[at++] = (rest % 0x80) | 0x80;
  bytes[at] = rest;
  return bytes;
}

/** A varint that was read. One object is read into again and again, so that reading makes none. */
export interface Varint {
  /** Exact up to 2^53. */
  value: number;
  /** Where it ends. */
  end: number;
}

/** Reads the varint at `at`; false when it does not end within the bytes, or has more than the ten of 64 bits. */
export function readVarint(bytes: Uint8Array, at: number, into: Varint): boolean {
  let value = 0;
  let unit = 1;
  for (let end = at; end < bytes.length && end < at + 10; ) {
    const digit = bytes[end++]!;
    value += (digit & 0x7f) * unit;
    unit *= 0x80;
    if (digit < 0x80) {
      into.value = value;
      into.end = end;
      return true;
    }
  }
  return false;
}
