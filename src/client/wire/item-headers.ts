/**
 * The bytes of a map entry of `Instance.items` that come before its payload. Instances of one request, and the
 * requests of one client, mostly repeat each other's, so the last one of each name is kept.
 */

import { BinaryWriter } from "google-protobuf";
import { concat, delimitedHeader, sizeOfPayload } from "./bytes.ts";
import type { TensorMessage } from "./message.ts";

/** What a header says, and its bytes; nothing of a payload, so that a kept one keeps no memory. */
interface ItemHeader {
  shape: readonly number[] | undefined;
  dtype: number;
  /** Whether the payload is `data`, not entries of `bytes_val`. */
  isData: boolean;
  /** Bytes of all payloads. */
  length: number;
  bytes: Uint8Array;
}

/** Names that are remembered; a caller may come up with new ones for ever. */
const MAX_NAMES = 512;

export class ItemHeaders {
  readonly #last = new Map<string, ItemHeader>();

  /**
   * The entry's own header, the name, the tensor's header, shape, dtype, and the header of `data` or of the first
   * `bytes_val`.
   */
  of(name: string, tensor: TensorMessage): Uint8Array {
    const { shape, dtype, data } = tensor;
    const length = payloadLength(tensor);
    const isData = data !== undefined;
    const known = this.#last.get(name);
    if (
      known?.length === length &&
      known.dtype === dtype &&
      known.isData === isData &&
      sameShape(known.shape, shape)
    ) {
      return known.bytes;
    }
    const bytes = itemHeader(name, tensor, length);
    // Several entries of one total length may be split in other places: only the usual case is kept.
    if (tensor.bytesVal.length + (isData ? 1 : 0) === 1) {
      if (this.#last.size === MAX_NAMES) this.#last.clear();
      this.#last.set(name, { shape: shape && [...shape], dtype, isData, length, bytes });
    }
    return bytes;
  }
}

function sameShape(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  if (!a || !b) return a === b;
  return a.length === b.length && a.every((dim, i) => dim === b[i]);
}

function itemHeader(name: string, tensor: TensorMessage, length: number): Uint8Array {
  const writer = new BinaryWriter();
  if (tensor.shape) {
    writer.writeMessage(1, [...tensor.shape], (dims, inner) => {
      if (dims.length > 0) inner.writePackedInt64(1, dims);
    });
  }
  if (tensor.dtype !== 0) writer.writeEnum(2, tensor.dtype);
  const meta = writer.getResultBuffer();
  const first = tensor.bytesVal[0];
  let payload = new Uint8Array();
  if (tensor.data && sizeOfPayload(tensor.data) > 0) payload = delimitedHeader(3, sizeOfPayload(tensor.data));
  else if (first) payload = delimitedHeader(4, sizeOfPayload(first));
  const tensorLength = meta.length + payload.length + length;
  writer.reset();
  writer.writeString(1, name);
  const key = writer.getResultBuffer();
  const tensorHeader = delimitedHeader(2, tensorLength);
  const entryHeader = delimitedHeader(1, key.length + tensorHeader.length + tensorLength);
  return concat([entryHeader, key, tensorHeader, meta, payload]);
}

/** Bytes that a tensor's payloads take on the wire, with the headers of the second and later `bytes_val`. */
function payloadLength({ data, bytesVal }: TensorMessage): number {
  let length = data ? sizeOfPayload(data) : 0;
  bytesVal.forEach((value, i) => {
    const size = sizeOfPayload(value);
    length += size + (i > 0 ? delimitedHeader(4, size).length : 0);
  });
  return length;
}
