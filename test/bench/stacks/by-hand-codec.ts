/** A request to bytes and a reply from bytes by hand, for this bench's messages alone: what a page needs without a library. */

import { BYTES, dataOf, FLOAT32, usable } from "../peers/values.ts";
import type { Item } from "../work.ts";

const texts = new TextEncoder();
const SERVABLE = texts.encode("servable");
const METHOD = texts.encode("method");

const sizeOfVarint = (value: number): number => (value < 128 ? 1 : 1 + sizeOfVarint(Math.floor(value / 128)));
/** Of a field below 16 with a content of this length. */
const sizeOfField = (length: number) => 1 + sizeOfVarint(length) + length;

class Writer {
  readonly bytes: Uint8Array<ArrayBuffer>;
  #at: number;

  constructor(length: number, at: number) {
    this.bytes = new Uint8Array(length);
    this.#at = at;
  }

  varint(value: number): void {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.bytes[this.#at++] = (rest % 128) | 128;
    this.bytes[this.#at++] = rest;
  }

  /** What stands before a content. */
  head(field: number, length: number): void {
    this.bytes[this.#at++] = (field << 3) | 2;
    this.varint(length);
  }

  field(field: number, content: Uint8Array): void {
    this.head(field, content.length);
    this.bytes.set(content, this.#at);
    this.#at += content.length;
  }
}

/** An item with the lengths of the messages that it is made of. */
function measured(item: Item) {
  const name = texts.encode(item.name);
  const dims = item.shape ?? [1];
  const data = item.floats ? dataOf(item) : (item.bytes as Uint8Array);
  const packed = dims.reduce((sum, dim) => sum + sizeOfVarint(dim), 0);
  const tensor = sizeOfField(sizeOfField(packed)) + 2 + sizeOfField(data.length);
  const entry = sizeOfField(name.length) + sizeOfField(tensor);
  return { name, dims, data, isFloats: item.floats !== undefined, packed, tensor, entry };
}

/** A gRPC-Web frame with the `PredictRequest` of these instances, whose files have been read. */
export function encodeFrame(instances: Item[][]): Uint8Array<ArrayBuffer> {
  const spec = sizeOfField(SERVABLE.length) + sizeOfField(METHOD.length);
  const all = instances.map((items) => {
    const entries = items.map(measured);
    return { entries, length: entries.reduce((sum, { entry }) => sum + sizeOfField(entry), 0) };
  });
  const length = all.reduce((sum, instance) => sum + sizeOfField(instance.length), sizeOfField(spec));
  const writer = new Writer(5 + length, 5);
  new DataView(writer.bytes.buffer).setUint32(1, length);
  writer.head(1, spec);
  writer.field(1, SERVABLE);
  writer.field(2, METHOD);
  for (const { entries, length } of all) {
    writer.head(2, length);
    for (const { name, dims, data, isFloats, packed, tensor, entry } of entries) {
      writer.head(1, entry);
      writer.field(1, name);
      writer.head(2, tensor);
      writer.head(1, sizeOfField(packed));
      writer.head(1, packed);
      for (const dim of dims) writer.varint(dim);
      writer.varint(2 << 3);
      writer.varint(isFloats ? FLOAT32 : BYTES);
      writer.field(isFloats ? 3 : 4, data);
    }
  }
  return writer.bytes;
}

/** Calls `take` with each field of a message: a number, or a content. */
function eachField(bytes: Uint8Array, take: (field: number, value: number | Uint8Array) => void): void {
  let at = 0;
  const varint = () => {
    for (let value = 0, factor = 1; ; factor *= 128) {
      const byte = bytes[at++];
      if (byte === undefined) throw new Error("the message is cut");
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    const value = varint();
    if ((tag & 7) === 0) take(tag >> 3, value);
    else if ((tag & 7) !== 2) throw new Error(`a field of type ${tag & 7}`);
    else {
      at += value;
      take(tag >> 3, bytes.subarray(at - value, at));
    }
  }
}

const text = new TextDecoder();

function tensorOf(message: Uint8Array): unknown {
  let dtype = 0;
  let data = new Uint8Array();
  const bytesVal: Uint8Array[] = [];
  eachField(message, (field, value) => {
    if (field === 2) dtype = value as number;
    else if (field === 3) data = value as Uint8Array<ArrayBuffer>;
    else if (field === 4) bytesVal.push(value as Uint8Array);
  });
  return usable(dtype, data, bytesVal);
}

/** The outputs of a `PredictReply`, by name, for each instance. */
export function decodeMessage(reply: Uint8Array): Record<string, unknown>[] {
  const results: Record<string, unknown>[] = [];
  eachField(reply, (field, instance) => {
    if (field === 4) throw new Error("the server refused the call");
    if (field !== 3) return;
    const outputs: Record<string, unknown> = {};
    eachField(instance as Uint8Array, (_, entry) => {
      let name = "";
      eachField(entry as Uint8Array, (part, value) => {
        if (part === 1) name = text.decode(value as Uint8Array);
        else outputs[name] = tensorOf(value as Uint8Array);
      });
    });
    results.push(outputs);
  });
  return results;
}
