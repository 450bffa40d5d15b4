/**
 * Where a reply's memory should begin, so that the numbers of its first large tensor lie aligned and can be looked
 * at where they are. Told from the reply's first bytes, before the memory for the rest is asked for.
 */

import { DELIMITED, readVarint, tagOf, typeOf, VARINT, type Varint } from "./protobuf.ts";
import { INSTANCE_ITEMS, ITEM_TENSOR, REPLY_INSTANCES, TENSOR_DATA } from "./schema.ts";

/** Elements of every dtype are aligned at its multiples. */
export const ALIGNMENT = 8;

/** Smaller payloads are moved to an aligned place more quickly than they are looked for. */
const LARGE_BYTES = 64 * 1024;

/** Tags on the way to a tensor's numbers. */
const PATH = [REPLY_INSTANCES, INSTANCE_ITEMS, ITEM_TENSOR, TENSOR_DATA].map((field) =>
  tagOf(field, DELIMITED),
);

/** As much of a message as is looked at: names and small outputs in front of a large one may take some. */
export const HEAD_BYTES = 8 * 1024;

/**
 * Bytes to leave free before a message.
 * @param head the message's first bytes, all of it or as many as there are
 */
export function bytesBefore(head: Uint8Array): number {
  const offset = offsetOfLargeData(head) ?? 0;
  return (ALIGNMENT - (offset % ALIGNMENT)) % ALIGNMENT;
}

function offsetOfLargeData(head: Uint8Array): number | undefined {
  /** Ends of the messages that we are in, below the reply itself. */
  const ends: number[] = [];
  const varint: Varint = { value: 0, end: 0 };
  for (let at = 0; at < head.length; ) {
    while (ends.length > 0 && at >= ends.at(-1)!) ends.pop();
    const tag = head[at++]!;
    if (!readVarint(head, at, varint)) return undefined;
    const number = varint.value;
    at = varint.end;
    const type = typeOf(tag);
    if (type === VARINT) continue;
    if (type !== DELIMITED) return undefined;
    if (tag !== PATH[ends.length]) at += number;
    else if (ends.length < PATH.length - 1) ends.push(at + number);
    else if (number > LARGE_BYTES) return at;
    else at += number;
  }
  return undefined;
}
