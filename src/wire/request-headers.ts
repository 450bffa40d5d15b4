/**
 * The bytes of a request beside its payloads: its spec, and what comes before the payload in a map entry of
 * `Instance.items`. Instances of one request, and the requests of one client, usually repeat each other's, so the last
 * ones are kept.
 */

import { BinaryWriter } from "google-protobuf";
import { concat, sizeOfPayload } from "./bytes.ts";
import type { ServableSpec, TensorMessage } from "./message.ts";
import { delimitedHeader } from "./protobuf.ts";
import {
  INSTANCE_ITEMS,
  ITEM_NAME,
  ITEM_TENSOR,
  REQUEST_SPEC,
  SHAPE_DIMS,
  SPEC_METHOD,
  SPEC_NAME,
  SPEC_VERSION,
  TENSOR_BYTES_VAL,
  TENSOR_DATA,
  TENSOR_DTYPE,
  TENSOR_SHAPE,
} from "./schema.ts";

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

export class RequestHeaders {
  readonly #items = new Map<string, ItemHeader>();
  #spec: (ServableSpec & { bytes: Uint8Array }) | undefined;

  /** The field `servable_spec` of a request or reply. */
  spec(spec: ServableSpec): Uint8Array {
    const { name, method, version, unknown = [] } = spec;
    const known = this.#spec;
    if (
      known?.name === name &&
      known.method === method &&
      known.version === version &&
      unknown.length === 0
    ) {
      return known.bytes;
    }
    const writer = new BinaryWriter();
    writer.writeMessage(REQUEST_SPEC, spec, (_, inner) => {
      if (name !== "") inner.writeString(SPEC_NAME, name);
      if (method !== "") inner.writeString(SPEC_METHOD, method);
      if (version !== 0n) inner.writeUint64String(SPEC_VERSION, String(version));
      inner.writeUnknownFields(unknown);
    });
    const bytes = writer.getResultBuffer();
    if (unknown.length === 0) this.#spec = { name, method, version, bytes };
    return bytes;
  }

  /**
   * The entry's own header, the name, the tensor's header, shape, dtype, and the header of `data` or of the first
   * `bytes_val`.
   */
  item(name: string, tensor: TensorMessage): Uint8Array {
    const { shape, dtype, data, bytesVal } = tensor;
    const length = payloadLength(tensor);
    const isData = data !== undefined;
    // Several payloads of one total length may be split in other places: only one is the usual case.
    if (bytesVal.length + (isData ? 1 : 0) !== 1) return itemHeader(name, tensor, length);
    const known = this.#items.get(name);
    if (
      known?.length === length &&
      known.dtype === dtype &&
      known.isData === isData &&
      sameShape(known.shape, shape)
    ) {
      return known.bytes;
    }
    const bytes = itemHeader(name, tensor, length);
    if (this.#items.size === MAX_NAMES) this.#items.clear();
    this.#items.set(name, { shape: shape && [...shape], dtype, isData, length, bytes });
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
    writer.writeMessage(TENSOR_SHAPE, [...tensor.shape], (dims, inner) => {
      if (dims.length > 0) inner.writePackedInt64(SHAPE_DIMS, dims);
    });
  }
  if (tensor.dtype !== 0) writer.writeEnum(TENSOR_DTYPE, tensor.dtype);
  const meta = writer.getResultBuffer();
  const first = tensor.bytesVal[0];
  let payload = new Uint8Array();
  if (tensor.data) payload = delimitedHeader(TENSOR_DATA, sizeOfPayload(tensor.data));
  else if (first) payload = delimitedHeader(TENSOR_BYTES_VAL, sizeOfPayload(first));
  const tensorLength = meta.length + payload.length + length;
  writer.reset();
  writer.writeString(ITEM_NAME, name);
  const key = writer.getResultBuffer();
  const tensorHeader = delimitedHeader(ITEM_TENSOR, tensorLength);
  const entryHeader = delimitedHeader(INSTANCE_ITEMS, key.length + tensorHeader.length + tensorLength);
  return concat([entryHeader, key, tensorHeader, meta, payload]);
}

/** Bytes that a tensor's payloads take on the wire, with the headers of the second and later `bytes_val`. */
function payloadLength({ data, bytesVal }: TensorMessage): number {
  let length = data ? sizeOfPayload(data) : 0;
  bytesVal.forEach((value, i) => {
    const size = sizeOfPayload(value);
    length += size + (i > 0 ? delimitedHeader(TENSOR_BYTES_VAL, size).length : 0);
  });
  return length;
}
