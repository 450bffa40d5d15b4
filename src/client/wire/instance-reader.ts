/**
 * `Instance`s of one message, from bytes. Instances of a batch mostly repeat each other's names, dtypes, shapes and
 * lengths, so the bytes of a map entry before its payload are compared with those already read, and only new ones
 * are given to google-protobuf's reader (1,000 instances of two outputs: a third of the time).
 */

import { readerOf, readInstance, readItem } from "./decode.ts";
import type { InstanceMessage, TensorMessage } from "./message.ts";

/** A map entry that was read, of which others may differ in the payload alone. */
interface Seen {
  /** All bytes of the entry before its payload, the payload's own length among them. */
  header: Uint8Array;
  name: string;
  tensor: TensorMessage;
  /** Whether the payload is `data`, not the one entry of `bytes_val`. */
  isData: boolean;
}

/** Tag of `Instance.items`: field 1, length-delimited. */
const ITEMS_TAG = 0x0a;

export class InstanceReader {
  /** By the length of the whole entry, which holds the payload's. */
  readonly #seen = new Map<number, Seen>();

  /**
   * @param bytes content of one `Instance`
   * @throws Error when it is none
   */
  read(bytes: Uint8Array): InstanceMessage {
    const instance: InstanceMessage = new Map();
    for (let at = 0; at < bytes.length; ) {
      // Whatever is not plainly an entry goes to the library's reader, which knows unknown fields and broken bytes.
      if (bytes[at++] !== ITEMS_TAG) return readInstance(readerOf(bytes));
      let length = 0;
      let digit = 0x80;
      for (let unit = 1; digit >= 0x80 && unit <= MAX_UNIT; unit *= 0x80) {
        digit = bytes[at++] ?? 0x80;
        length += (digit & 0x7f) * unit;
      }
      const end = at + length;
      if (digit >= 0x80 || end > bytes.length) return readInstance(readerOf(bytes));
      this.#readItem(bytes, at, end, instance);
      at = end;
    }
    return instance;
  }

  #readItem(bytes: Uint8Array, start: number, end: number, instance: InstanceMessage): void {
    const seen = this.#seen.get(end - start);
    if (seen && startsWith(bytes, start, seen.header)) {
      const payload = bytes.subarray(start + seen.header.length, end);
      const { dtype, shape } = seen.tensor;
      instance.set(
        seen.name,
        seen.isData ? { shape, dtype, data: payload, bytesVal: [] } : { shape, dtype, bytesVal: [payload] },
      );
      return;
    }
    const [name, tensor] = readItem(readerOf(bytes.subarray(start, end)));
    instance.set(name, tensor);
    this.#remember(bytes, start, end, name, tensor);
  }

  /** Entries that end with their only payload. */
  #remember(bytes: Uint8Array, start: number, end: number, name: string, tensor: TensorMessage): void {
    const { data, bytesVal, sharedMemory } = tensor;
    const payload = (data ?? bytesVal[0]) as Uint8Array | undefined;
    if (!payload || payload.length === 0 || sharedMemory || bytesVal.length + (data ? 1 : 0) !== 1) return;
    const headerEnd = payload.byteOffset - bytes.byteOffset;
    if (headerEnd + payload.length !== end) return;
    const header = bytes.subarray(start, headerEnd);
    this.#seen.set(end - start, { header, name, tensor, isData: data !== undefined });
  }
}

/** The last digit's unit of a length in 32 bits. */
const MAX_UNIT = 0x80 ** 4;

function startsWith(bytes: Uint8Array, start: number, header: Uint8Array): boolean {
  for (let i = 0; i < header.length; i++) {
    if (bytes[start + i] !== header[i]) return false;
  }
  return true;
}
