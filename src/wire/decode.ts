/**
 * The pieces that requests and replies share, from bytes. `bytes` fields are views of the message's buffer.
 * Fields of no known number or of another wire type than expected are skipped, as protobuf asks.
 */

import { BinaryReader } from "google-protobuf";
import { concat } from "./bytes.ts";
import { cutOf } from "./cut-text.ts";
import type { ErrorMessage, InstanceMessage, ServableSpec, TensorMessage } from "./message.ts";

/** A reader whose `readBytes` gives views. Its options are the fourth argument. */
export function readerOf(message: Uint8Array): BinaryReader {
  return new BinaryReader(message, undefined, undefined, { aliasBytesFields: true });
}

/** Wire types: every field here has one of these two, or is a packed list of the first. */
export const VARINT = 0;
export const DELIMITED = 2;

/**
 * Calls `read` for each field until the message ends; a field that it does not read (false) is skipped.
 * @param unknown gets the skipped ones as they are, for a writer's `writeUnknownFields`
 */
export function eachField(
  reader: BinaryReader,
  read: (field: number, type: number) => boolean,
  unknown?: unknown[],
): void {
  while (reader.nextField()) {
    if (read(reader.getFieldNumber(), reader.getWireType())) continue;
    if (unknown) unknown.push(reader.readUnknownField());
    else reader.skipField();
  }
}

/**
 * @param spec what came before it: a message field that comes twice is merged, as protobuf asks
 * @param unknown as eachField's
 */
export function readSpec(
  reader: BinaryReader,
  spec: ServableSpec = { name: "", method: "", version: 0n },
  unknown?: unknown[],
): ServableSpec {
  reader.readMessage(spec, () =>
    eachField(
      reader,
      (field, type) => {
        if (field === 1 && type === DELIMITED) spec.name = reader.readStringRequireUtf8();
        else if (field === 2 && type === DELIMITED) spec.method = reader.readStringRequireUtf8();
        else if (field === 3 && type === VARINT) spec.version = BigInt(reader.readUint64String());
        else return false;
        return true;
      },
      unknown,
    ),
  );
  return spec;
}

/** All of an `Instance`; a name that comes twice keeps its last tensor. */
export function readInstance(reader: BinaryReader): InstanceMessage {
  const instance: InstanceMessage = new Map();
  eachField(reader, (field, type) => {
    if (field !== 1 || type !== DELIMITED) return false;
    reader.readMessage(instance, () => instance.set(...readItem(reader)));
    return true;
  });
  return instance;
}

/** All of a map entry; one without a tensor has an empty one. */
export function readItem(reader: BinaryReader): [name: string, tensor: TensorMessage] {
  let name = "";
  const tensor: TensorMessage = { dtype: 0, bytesVal: [] };
  eachField(reader, (field, type) => {
    if (type !== DELIMITED) return false;
    if (field === 1) name = reader.readStringRequireUtf8();
    else if (field === 2) readTensor(reader, tensor);
    else return false;
    return true;
  });
  return [name, tensor];
}

/** Into what came before it in the same entry. */
function readTensor(reader: BinaryReader, tensor: TensorMessage): void {
  reader.readMessage(tensor, () =>
    eachField(reader, (field, type) => {
      if (field === 2 && type === VARINT) tensor.dtype = reader.readEnum();
      else if (type !== DELIMITED) return false;
      else if (field === 1) tensor.shape = [...(tensor.shape ?? []), ...readShape(reader)];
      else if (field === 3) {
        // One of the two has the data: the last that came.
        tensor.data = reader.readBytes();
        if (tensor.sharedMemory) tensor.sharedMemory = undefined;
      } else if (field === 4) tensor.bytesVal.push(reader.readBytes());
      else if (field === 5) {
        tensor.sharedMemory = concat([tensor.sharedMemory ?? new Uint8Array(), reader.readBytes()]);
        if (tensor.data) tensor.data = undefined;
      } else return false;
      return true;
    }),
  );
}

function readShape(reader: BinaryReader): number[] {
  const dims: number[] = [];
  reader.readMessage(dims, () =>
    eachField(reader, (field, type) => {
      if (field !== 1 || (type !== DELIMITED && type !== VARINT)) return false;
      reader.readPackableInt64Into(dims);
      return true;
    }),
  );
  return dims;
}

/** Keeps a byte order mark, which is text like any other here. */
const UTF8 = new TextDecoder("utf-8", { ignoreBOM: true });

export function readError(reader: BinaryReader): ErrorMessage {
  const error: ErrorMessage = { code: 0, text: "" };
  reader.readMessage(error, () =>
    eachField(reader, (field, type) => {
      if (field === 1 && type === VARINT) error.code = reader.readInt64();
      else if (field === 2 && type === DELIMITED) readText(reader.readBytes(), error);
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
