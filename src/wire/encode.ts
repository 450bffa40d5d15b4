/**
 * Messages to bytes. google-protobuf's writer makes the small pieces (specs, names, shapes); payloads stay where
 * they are and become parts of the result, so that encoding costs nothing for the bytes of an image or a tensor.
 */

import { BinaryWriter } from "google-protobuf";
import { sizeOfPayload } from "./bytes.ts";
import type { ErrorMessage, InstanceMessage, Payload, ServableSpec, TensorMessage } from "./message.ts";
import { delimitedHeader } from "./protobuf.ts";
import { RequestHeaders } from "./request-headers.ts";
import { ERROR_CODE, ERROR_TEXT, REPLY_ERRORS, TENSOR_BYTES_VAL } from "./schema.ts";

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
  readonly #headers: RequestHeaders;
  readonly #emptyData: boolean;
  /** Of the last instance; the next usually has the same length. */
  #instance = { field: 0, length: 0, header: NOTHING };

  /** @param emptyData whether `data` that is empty is written too; it means the same as none */
  constructor(headers = new RequestHeaders(), emptyData = false) {
    this.#headers = headers;
    this.#emptyData = emptyData;
  }

  spec(spec: ServableSpec): void {
    this.#add(this.#headers.spec(spec));
  }

  /** One `Instance` under the given field number of a request or reply. */
  instance(field: number, instance: InstanceMessage): void {
    const place = this.parts.push(NOTHING) - 1;
    const before = this.length;
    for (const [name, tensor] of instance) {
      this.#add(this.#headers.item(name, this.#isLeftOut(tensor) ? { ...tensor, data: undefined } : tensor));
      if (tensor.data) this.#add(tensor.data);
      // One entry is all that a client may send, and its header is in the item's; more come from a demo worker.
      tensor.bytesVal.forEach((value, i) => {
        if (i > 0) this.#add(delimitedHeader(TENSOR_BYTES_VAL, sizeOfPayload(value)));
        this.#add(value);
      });
    }
    const length = this.length - before;
    if (this.#instance.field !== field || this.#instance.length !== length) {
      this.#instance = { field, length, header: delimitedHeader(field, length) };
    }
    const { header } = this.#instance;
    this.parts[place] = header;
    this.length += header.length;
  }

  #isLeftOut({ data, bytesVal }: TensorMessage): boolean {
    return data !== undefined && sizeOfPayload(data) === 0 && (!this.#emptyData || bytesVal.length > 0);
  }

  error({ code, text, bytes = new TextEncoder().encode(text) }: ErrorMessage): void {
    const writer = new BinaryWriter();
    writer.writeMessage(REPLY_ERRORS, code, (value, inner) => {
      if (value !== 0) inner.writeInt64(ERROR_CODE, value);
      if (bytes.length > 0) inner.writeBytes(ERROR_TEXT, bytes);
    });
    this.#add(writer.getResultBuffer());
  }

  #add(part: Payload): void {
    const size = sizeOfPayload(part);
    if (size > 0) this.parts.push(part);
    this.length += size;
  }
}

const NOTHING = new Uint8Array();
