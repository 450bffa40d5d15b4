/**
 * Messages to bytes. google-protobuf's writer makes the small pieces (specs, names, shapes); payloads stay where
 * they are and become parts of the result, so that encoding costs nothing for the bytes of an image or a tensor.
 */

import { BinaryWriter } from "google-protobuf";
import type { ErrorMessage, InstanceMessage, Payload, ServableSpec, TensorMessage } from "./message.ts";

/** A message in pieces, in order; their lengths add up to `length`. */
export interface Encoded {
  parts: Payload[];
  /** Bytes of the whole message. */
  length: number;
}

/** Collects parts and counts their bytes. */
export class PartsWriter implements Encoded {
  readonly parts: Payload[] = [];
  length = 0;
  /** The last header written for each name: instances of one request mostly repeat each other's. */
  readonly #headers = new Map<string, ItemHeader>();

  spec(spec: ServableSpec): void {
    const writer = new BinaryWriter();
    writer.writeMessage(1, spec, writeSpec);
    this.#add(writer.getResultBuffer());
  }

  /** One `Instance` under the given field number of a request or reply. */
  instance(field: number, instance: InstanceMessage): void {
    const place = this.parts.push(NOTHING) - 1;
    const before = this.length;
    for (const [name, tensor] of instance) {
      this.#add(this.#itemHeader(name, tensor));
      if (tensor.data) this.#add(tensor.data);
      // One entry is all that a client may send, and its header is in the item's; more come from a demo worker.
      tensor.bytesVal.forEach((value, i) => {
        if (i > 0) this.#add(delimitedHeader(4, sizeOfPayload(value)));
        this.#add(value);
      });
    }
    const header = delimitedHeader(field, this.length - before);
    this.parts[place] = header;
    this.length += header.length;
  }

  error({ code, text }: ErrorMessage): void {
    const writer = new BinaryWriter();
    writer.writeMessage(4, code, (value, inner) => {
      if (value !== 0) inner.writeInt64(1, value);
      if (text !== "") inner.writeBytes(2, new TextEncoder().encode(text));
    });
    this.#add(writer.getResultBuffer());
  }

  #add(part: Payload): void {
    const size = sizeOfPayload(part);
    if (size > 0) this.parts.push(part);
    this.length += size;
  }

  /**
   * All bytes of a map entry of `Instance.items` that come before its (first) payload: the entry's own header,
   * the name, the tensor's header, shape, dtype, and the header of `data` or of the first `bytes_val`.
   */
  #itemHeader(name: string, tensor: TensorMessage): Uint8Array {
    const length = payloadLength(tensor);
    const known = this.#headers.get(name);
    if (known?.length === length && sameHeader(known.tensor, tensor)) return known.bytes;
    const bytes = itemHeader(name, tensor, length);
    this.#headers.set(name, { tensor, length, bytes });
    return bytes;
  }
}

interface ItemHeader {
  tensor: TensorMessage;
  /** Of the tensor's payloads. */
  length: number;
  bytes: Uint8Array;
}

const NOTHING = new Uint8Array();

/** Whether two tensors whose payloads take equally many bytes have one header. */
function sameHeader(a: TensorMessage, b: TensorMessage): boolean {
  // Several entries of one total length may be split in other places: only the usual case is told.
  if (a.dtype !== b.dtype || a.bytesVal.length !== b.bytesVal.length || a.bytesVal.length > 1) return false;
  if (!a.shape || !b.shape) return a.shape === b.shape;
  return a.shape.length === b.shape.length && a.shape.every((dim, i) => dim === b.shape![i]);
}

function itemHeader(name: string, tensor: TensorMessage, length: number): Uint8Array {
  const writer = new BinaryWriter();
  if (tensor.shape) {
    writer.writeMessage(1, tensor.shape, (dims, inner) => {
      if (dims.length > 0) inner.writePackedInt64(1, dims);
    });
  }
  if (tensor.dtype !== 0) writer.writeEnum(2, tensor.dtype);
  const meta = writer.getResultBuffer();
  const first = tensor.bytesVal[0];
  let payload = NOTHING;
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

function writeSpec(spec: ServableSpec, writer: BinaryWriter): void {
  if (spec.name !== "") writer.writeString(1, spec.name);
  if (spec.method !== "") writer.writeString(2, spec.method);
  if (spec.version !== 0n) writer.writeUint64String(3, String(spec.version));
}

/** Bytes of a payload. */
export function sizeOfPayload(payload: Payload): number {
  return payload instanceof Uint8Array ? payload.length : payload.size;
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

/** Tag (wire type 2) and length of a field whose content follows. Field numbers here are all below 16. */
function delimitedHeader(field: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = [(field << 3) | 2];
  let rest = length;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  bytes.push(rest);
  return new Uint8Array(bytes);
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
