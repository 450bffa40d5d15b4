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
  /** Headers of tensors by what they say: instances of one request mostly repeat each other's. */
  readonly #headers = new Map<string, Uint8Array>();

  spec(spec: ServableSpec): void {
    const writer = new BinaryWriter();
    writer.writeMessage(1, spec, writeSpec);
    this.#add(writer.getResultBuffer());
  }

  /** One `Instance` under the given field number of a request or reply. */
  instance(field: number, instance: InstanceMessage): void {
    const items = [...instance].map(([name, tensor]) => ({ tensor, header: this.#itemHeader(name, tensor) }));
    const length = items.reduce((sum, { header, tensor }) => sum + header.length + payloadLength(tensor), 0);
    this.#add(delimitedHeader(field, length));
    for (const { tensor, header } of items) {
      this.#add(header);
      if (tensor.data) this.#add(tensor.data);
      // One entry is all that a client may send, and its header is in the item's; more come from a demo worker.
      tensor.bytesVal.forEach((value, i) => {
        if (i > 0) this.#add(delimitedHeader(4, sizeOfPayload(value)));
        this.#add(value);
      });
    }
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
    const key = `${name}\0${tensor.dtype}\0${tensor.shape}\0${tensor.bytesVal.length}\0${length}`;
    const known = this.#headers.get(key);
    if (known) return known;
    const writer = new BinaryWriter();
    if (tensor.shape) {
      writer.writeMessage(1, tensor.shape, (dims, inner) => {
        if (dims.length > 0) inner.writePackedInt64(1, dims);
      });
    }
    if (tensor.dtype !== 0) writer.writeEnum(2, tensor.dtype);
    const meta = writer.getResultBuffer();
    const first = tensor.bytesVal[0];
    let payload: Uint8Array = new Uint8Array();
    if (tensor.data && sizeOfPayload(tensor.data) > 0)
      payload = delimitedHeader(3, sizeOfPayload(tensor.data));
    else if (first) payload = delimitedHeader(4, sizeOfPayload(first));
    const tensorLength = meta.length + payload.length + length;
    writer.reset();
    writer.writeString(1, name);
    const entryKey = writer.getResultBuffer();
    const tensorHeader = delimitedHeader(2, tensorLength);
    const entryLength = entryKey.length + tensorHeader.length + tensorLength;
    const header = concat([delimitedHeader(1, entryLength), entryKey, tensorHeader, meta, payload]);
    // Two payload lists of one total length but other splits would need other headers: cache only the usual case.
    if (tensor.bytesVal.length < 2) this.#headers.set(key, header);
    return header;
  }
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
  return Uint8Array.from(bytes);
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
