/**
 * The pieces that requests and replies share, from bytes. `bytes` fields are views of the message's buffer.
 * Fields of no known number or of another wire type than expected are skipped, as protobuf asks.
 */

import { BinaryReader } from "google-protobuf";
import { concat } from "./bytes.ts";
import { cutOf } from "./cut-text.ts";
import type { ErrorMessage, InstanceMessage, ServableSpec, TensorMessage } from "./message.ts";
import { DELIMITED, VARINT } from "./protobuf.ts";
import {
  ERROR_CODE,
  ERROR_TEXT,
  INSTANCE_ITEMS,
  ITEM_NAME,
  ITEM_TENSOR,
  SHAPE_DIMS,
  SPEC_METHOD,
  SPEC_NAME,
  SPEC_VERSION,
  TENSOR_BYTES_VAL,
  TENSOR_DATA,
  TENSOR_DTYPE,
  TENSOR_SHAPE,
  TENSOR_SHARED_MEMORY,
} from "./schema.ts";
import { decodeUtf8 } from "./utf8.ts";

/** A reader whose `readBytes` gives views. Its options are the fourth argument. */
export function readerOf(message: Uint8Array): BinaryReader {
  return new BinaryReader(message, undefined, undefined, { aliasBytesFields: true });
}

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
        if (field === SPEC_NAME && type === DELIMITED) spec.name = reader.readStringRequireUtf8();
        else if (field === SPEC_METHOD && type === DELIMITED) spec.method = reader.readStringRequireUtf8();
        else if (field === SPEC_VERSION && type === VARINT) spec.version = BigInt(reader.readUint64String());
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
    if (field !== INSTANCE_ITEMS || type !== DELIMITED) return false;
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
    if (field === ITEM_NAME) name = reader.readStringRequireUtf8();
    else if (field === ITEM_TENSOR) readTensor(reader, tensor);
    else return false;
    return true;
  });
  return [name, tensor];
}

/** Into what came before it in the same entry. */
function readTensor(reader: BinaryReader, tensor: TensorMessage): void {
  reader.readMessage(tensor, () =>
    eachField(reader, (field, type) => {
      if (field === TENSOR_DTYPE && type === VARINT) tensor.dtype = reader.readEnum();
      else if (type !== DELIMITED) return false;
      else if (field === TENSOR_SHAPE) tensor.shape = [...(tensor.shape ?? []), ...readShape(reader)];
      else if (field === TENSOR_DATA) {
        // One of the two has the data: the last that came.
        tensor.data = reader.readBytes();
        if (tensor.sharedMemory) tensor.sharedMemory = undefined;
      } else if (field === TENSOR_BYTES_VAL) tensor.bytesVal.push(reader.readBytes());
      else if (field === TENSOR_SHARED_MEMORY) {
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
      if (field !== SHAPE_DIMS || (type !== DELIMITED && type !== VARINT)) return false;
      reader.readPackableInt64Into(dims);
      return true;
    }),
  );
  return dims;
}

export function readError(reader: BinaryReader): ErrorMessage {
  const error: ErrorMessage = { code: 0, text: "" };
  reader.readMessage(error, () =>
    eachField(reader, (field, type) => {
      if (field === ERROR_CODE && type === VARINT) error.code = Number(reader.readInt64());
      else if (field === ERROR_TEXT && type === DELIMITED) readText(reader.readBytes(), error);
      else return false;
      return true;
    }),
  );
  return error;
}

function readText(bytes: Uint8Array, error: ErrorMessage): void {
  error.text = decodeUtf8(bytes);
  const cut = cutOf(bytes);
  if (cut) error.cut = cut;
}
