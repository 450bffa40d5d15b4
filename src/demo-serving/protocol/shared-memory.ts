/**
 * Inputs in shared memory (`shm_data`, from release 1.5 on), which Serving's own workers use among themselves and a
 * caller could only on the same machine. This worker has none, and says so as Serving does.
 */

import {
  DELIMITED,
  eachField,
  type InstanceMessage,
  type PredictRequest,
  readerOf,
  VARINT,
} from "../../wire/index.ts";
import type { Failure } from "./servable.ts";

/** Where in shared memory; sizes in bytes. */
export interface MemoryPlace {
  key: string;
  bytesSize: bigint;
  dataOffset: bigint;
  dataSize: bigint;
}

const NO_SUCH_FILE = 2;
const INVALID_ARGUMENT = 22;
const LONGEST_NAME = 255;

/**
 * Whether all of a request's own words about shared memory can be read.
 * @throws Error when not
 */
export function expectPlaces({ instances }: PredictRequest): void {
  for (const instance of instances) {
    for (const { sharedMemory } of instance.values()) if (sharedMemory) readPlace(sharedMemory);
  }
}

/** A `ShmTensorData`. @throws Error when the bytes are none */
export function readPlace(message: Uint8Array): MemoryPlace {
  const place: MemoryPlace = { key: "", bytesSize: 0n, dataOffset: 0n, dataSize: 0n };
  const reader = readerOf(message);
  const number = () => BigInt(reader.readUint64String());
  eachField(reader, (field, type) => {
    if (field === 1 && type === DELIMITED) place.key = reader.readStringRequireUtf8();
    else if (field === 2 && type === VARINT) place.bytesSize = number();
    else if (field === 3 && type === VARINT) place.dataOffset = number();
    else if (field === 4 && type === VARINT) place.dataSize = number();
    else return false;
    return true;
  });
  return place;
}

/** Why the first of these inputs that lies in shared memory can't be had; `undefined` when none does. */
export function sharedMemoryFailure(
  instance: InstanceMessage,
  inputs: readonly string[],
): Failure | undefined {
  for (const name of inputs) {
    const { sharedMemory } = instance.get(name)!;
    if (sharedMemory) return { failed: "memory", text: complaint(readPlace(sharedMemory)) };
  }
  return undefined;
}

function complaint({ key, bytesSize, dataOffset, dataSize }: MemoryPlace): string {
  if (dataOffset + dataSize > bytesSize) {
    return `Invalid memory size info, memory key: ${key}, bytes size: ${bytesSize}, data offset: ${dataOffset}, data size: ${dataSize}`;
  }
  return `Failed to shm_open ${key} , errno: ${errnoOf(key)}`;
}

/** Of `shm_open` where nothing has that name. */
function errnoOf(key: string): number {
  const name = key.replace(/^\/+/, "");
  const isName = name !== "" && !name.includes("/") && new TextEncoder().encode(name).length < LONGEST_NAME;
  return isName ? NO_SUCH_FILE : INVALID_ARGUMENT;
}
