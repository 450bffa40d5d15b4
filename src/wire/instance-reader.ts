/**
 * `Instance`s from bytes. Those of a batch, and of one method's replies, usually repeat each other's names, dtypes,
 * shapes and lengths, so the bytes of a map entry before its payload are compared with those already read, and only
 * new ones are given to google-protobuf's reader.
 */

import { readerOf, readInstance, readItem } from "./decode.ts";
import type { InstanceMessage, Payload, TensorMessage } from "./message.ts";
import { ALIGNMENT } from "./placement.ts";
import { DELIMITED, readVarint, tagOf, type Varint } from "./protobuf.ts";
import { INSTANCE_ITEMS } from "./schema.ts";

/** A map entry that was read, of which others may differ in the payload alone. */
interface Seen {
  /** All bytes of the entry before its payload, the payload's own length among them. */
  header: Uint8Array;
  name: string;
  dtype: number;
  shape: readonly number[] | undefined;
  /** Whether the payload is `data`, not the one entry of `bytes_val`. */
  isData: boolean;
}

/** No entries; one list for all, which nobody writes to. */
const NONE: Payload[] = [];

const ITEMS_TAG = tagOf(INSTANCE_ITEMS, DELIMITED);

export class InstanceReader {
  /** By the length of the whole entry, which holds the payload's. */
  readonly #seen = new Map<number, Seen>();
  readonly #align: boolean;
  readonly #length: Varint = { value: 0, end: 0 };

  /**
   * @param align whether to move tensors' data to aligned places, up to 7 bytes towards the front over their own
   *   headers: that takes no memory, but the message can't be read again
   */
  constructor(align = false) {
    this.#align = align;
  }

  /**
   * The content of one `Instance`.
   * @param bytes perhaps of the whole message, from `start` to `end`: a view of each instance takes its time
   * @throws Error when it isn't one
   */
  read(bytes: Uint8Array, start = 0, end = bytes.length): InstanceMessage {
    const instance: InstanceMessage = new Map();
    for (let at = start; at < end; ) {
      const isItem = bytes[at] === ITEMS_TAG && readVarint(bytes, at + 1, this.#length);
      const itemStart = this.#length.end;
      const itemEnd = itemStart + this.#length.value;
      if (!isItem || itemEnd > end) {
        // Not plainly an entry: the library's reader knows unknown fields, and tells what is broken.
        for (const item of readInstance(readerOf(bytes.subarray(at, end)))) instance.set(...item);
        return instance;
      }
      this.#readItem(bytes, itemStart, itemEnd, instance);
      at = itemEnd;
    }
    return instance;
  }

  #readItem(bytes: Uint8Array, start: number, end: number, instance: InstanceMessage): void {
    let seen = this.#seen.get(end - start);
    if (!seen || !startsWith(bytes, start, seen.header)) {
      const [name, tensor] = readItem(readerOf(bytes.subarray(start, end)));
      seen = toBeSeen(bytes, start, end, name, tensor);
      if (!seen) {
        instance.set(name, tensor);
        return;
      }
      if (this.#seen.size === MAX_SEEN) this.#seen.clear();
      this.#seen.set(end - start, seen);
    }
    const { header, name, dtype, shape, isData } = seen;
    const payload = this.#payload(bytes, start + header.length, end, isData ? header.length : 0);
    instance.set(
      name,
      isData ? { shape, dtype, data: payload, bytesVal: NONE } : { shape, dtype, bytesVal: [payload] },
    );
  }

  /** @param before how many bytes in front of it may be written over */
  #payload(bytes: Uint8Array, start: number, end: number, before: number): Uint8Array {
    const ahead = this.#align ? (bytes.byteOffset + start) % ALIGNMENT : 0;
    const isMoved = ahead > 0 && ahead <= before;
    if (isMoved) bytes.copyWithin(start - ahead, start, end);
    const at = isMoved ? start - ahead : start;
    return new Uint8Array(bytes.buffer, bytes.byteOffset + at, end - start); // Sooner made than a subarray.
  }
}

/** An entry that ends with its only payload; `undefined` for any other. */
function toBeSeen(
  bytes: Uint8Array,
  start: number,
  end: number,
  name: string,
  tensor: TensorMessage,
): Seen | undefined {
  const { dtype, shape, data, bytesVal, sharedMemory } = tensor;
  const payload = (data ?? bytesVal[0]) as Uint8Array | undefined;
  if (!payload?.length || sharedMemory || bytesVal.length + (data ? 1 : 0) !== 1) return undefined;
  const headerEnd = payload.byteOffset - bytes.byteOffset;
  if (headerEnd + payload.length !== end) return undefined;
  // Tensors of many replies will share it.
  if (shape) Object.freeze(shape);
  // Nothing of the message itself is kept, so that it can go.
  const header = new Uint8Array(bytes.subarray(start, headerEnd));
  return { header, name, dtype, shape, isData: data !== undefined };
}

/** Lengths of entries that are remembered; texts of many lengths may come in a client's life. */
const MAX_SEEN = 512;

function startsWith(bytes: Uint8Array, start: number, header: Uint8Array): boolean {
  for (let i = 0; i < header.length; i++) {
    if (bytes[start + i] !== header[i]) return false;
  }
  return true;
}
