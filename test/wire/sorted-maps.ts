/** Replies side by side, byte for byte but for the order of outputs, which no server means anything by. */

import { toHex } from "../setup/bytes.ts";

/** `PredictReply.instances`, length-delimited. */
const INSTANCES_TAG = (3 << 3) | 2;

/** A reply's fields in hexadecimal, in their order; in an instance the entries of its map are sorted. */
export function withSortedMaps(reply: Uint8Array): string[] {
  return fieldsOf(reply).map((field) => {
    if (field[0] !== INSTANCES_TAG) return toHex(field);
    const start = lengthAt(field, 1);
    const entries = fieldsOf(field.subarray(start.next)).map(toHex);
    return [toHex(field.subarray(0, start.next)), ...entries.sort()].join(" ");
  });
}

/** Each with its tag. Replies have length-delimited fields alone, numbered below 16. */
function fieldsOf(message: Uint8Array): Uint8Array[] {
  const fields: Uint8Array[] = [];
  for (let at = 0; at < message.length; ) {
    const { length, next } = lengthAt(message, at + 1);
    fields.push(message.subarray(at, next + length));
    at = next + length;
  }
  return fields;
}

function lengthAt(bytes: Uint8Array, at: number): { length: number; next: number } {
  let length = 0;
  for (let unit = 1; ; unit *= 0x80) {
    const digit = bytes[at++]!;
    length += (digit & 0x7f) * unit;
    if (digit < 0x80) return { length, next: at };
  }
}
