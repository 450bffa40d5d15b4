/**
 * The pieces that requests and replies share, from bytes. `bytes` fields are views of the message's buffer.
 * Fields of no known number or of another wire type than expected are skipped, as protobuf asks.
 */

import { BinaryReader } from "google-protobuf";
import { cutOf } from "./cut-text.ts";
import type { ErrorMessage, InstanceMessage, ServableSpec, TensorMessage } from "./message.ts";

/** A reader whose `readBytes` gives views. Its options are the fourth argument. */
export function readerOf(message: Uint8Array): BinaryReader {
  return new BinaryReader(message, undefined, undefined, { aliasBytesFields: true });
}

/** Calls `read` for each field until the message ends; a field that it does not read (false) is skipped. */
export function eachField(reader: BinaryReader, read: (field: number, delimited: boolean) => boolean): void {
  while (reader.nextField()) {
    if (!read(reader.getFieldNumber(), reader.isDelimited())) reader.skipField();
  }
}

export function readSpec(reader: BinaryReader): ServableSpec {
  const spec: ServableSpec = { name: "", method: "", version: 0n };
  reader.readMessage(spec, () =>
    eachField(reader, (field, delimited) => {
      if (field === 1 && delimited) spec.name = reader.readString();
      else if (field === 2 && delimited) spec.method = reader.readString();
      else if (field === 3 && !delimited) spec.version = BigInt(reader.readUint64String());
      else return false;
      return true;
    }),
  );
  return spec;
}

/** All of an `Instance`; a name that comes twice keeps its last tensor. */
export function readInstance(reader: BinaryReader): InstanceMessage {
  const instance: InstanceMessage = new Map();
  eachField(reader, (field, delimited) => {
    if (field !== 1 || !delimited) return false;
    reader.readMessage(instance, () => instance.set(...readItem(reader)));
    return true;
  });
  return instance;
}

/** All of a map entry; one without a tensor has an empty one. */
export function readItem(reader: BinaryReader): [name: string, tensor: TensorMessage] {
  let name = "";
  let tensor: TensorMessage = { dtype: 0, bytesVal: [] };
  eachField(reader, (field, delimited) => {
    if (field === 1 && delimited) name = reader.readString();
    else if (field === 2 && delimited) tensor = readTensor(reader);
    else return false;
    return true;
  });
  return [name, tensor];
}

function readTensor(reader: BinaryReader): TensorMessage {
  const tensor: TensorMessage = { dtype: 0, bytesVal: [] };
  reader.readMessage(tensor, () =>
    eachField(reader, (field, delimited) => {
      if (field === 1 && delimited) tensor.shape = readShape(reader);
      else if (field === 2 && !delimited) tensor.dtype = reader.readEnum();
      else if (field === 3 && delimited) tensor.data = reader.readBytes();
      else if (field === 4 && delimited) tensor.bytesVal.push(reader.readBytes());
      else {
        if (field === 5) tensor.sharedMemory = true;
        return false;
      }
      return true;
    }),
  );
  return tensor;
}

function readShape(reader: BinaryReader): number[] {
  const dims: number[] = [];
  reader.readMessage(dims, () =>
    eachField(reader, (field) => {
      if (field === 1) reader.readPackableInt64Into(dims);
      return field === 1;
    }),
  );
  return dims;
}

/** Keeps a byte order mark, which is text like any other here. */
const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

export function readError(reader: BinaryReader): ErrorMessage {
  const error: ErrorMessage = { code: 0, text: "" };
  reader.readMessage(error, () =>
    eachField(reader, (field, delimited) => {
      if (field === 1 && !delimited) error.code = reader.readInt64();
      else if (field === 2 && delimited) readText(reader.readBytes(), error);
      else return false;
      return true;
    }),
  );
  return error;
}

function readText(bytes: Uint8Array, error: ErrorMessage): void {
  error.text = UTF8.decode(bytes);
  const cut = cutOf(bytes);
  if (cut) error.cut = cut;
}
