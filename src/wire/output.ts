/** What a server's tensors become for the caller. */

import {
  arrayFor,
  DTYPES,
  type DType,
  type DTypeData,
  dtypeFromCode,
  float16Value,
  formatShape,
  PlatformFloat16Array,
  sizeOf,
  Tensor,
} from "../tensor/index.ts";
import { isPlainInJson, writesOutputs } from "./json.ts";
import type { InstanceMessage, TensorMessage } from "./message.ts";
import { MS_BYTES, MS_STRING } from "./schema.ts";

/** Bytes of a reply: `Uint8Array<ArrayBuffer>` from TypeScript 5.7 on, as `new Blob([…])` wants them. */
export type Bytes = DTypeData["uint8"];

/** A text or bytes output: one entry is the value itself, none or several are a list, as the Python client has it. */
export type TextOrBytes = string | Bytes;

/**
 * A value of one output: a {@link Tensor}; for shape `()` a number, bigint (64-bit integers) or boolean; a text;
 * bytes. A text that is not UTF-8 comes as its bytes.
 */
export type OutputValue = Tensor | number | bigint | boolean | TextOrBytes | TextOrBytes[];

/** The outputs of one instance by name. `JSON.stringify` writes all of them, and {@link jsonReviver} reads that. */
export type Outputs = Record<string, OutputValue>;

/**
 * Payloads up to this many bytes are copied out of a reply whose memory is above `KEPT_BYTES`, so that a short list
 * that is kept for long does not keep a reply of 100 MB. All others are views where their place allows.
 */
const SMALL_BYTES = 64 * 1024;
const KEPT_BYTES = 8 * 2 ** 20;

/**
 * @throws Error when a tensor is not what its own dtype and shape say, naming the output
 */
export function decodeOutputs(instance: InstanceMessage): Outputs {
  // Names come from a server, so `__proto__` is one like others.
  const outputs: Outputs = {};
  let isPlain = true;
  for (const [name, message] of instance) {
    const value = decodeOutput(name, message);
    isPlain &&= isPlainInJson(name, value);
    if (name === "__proto__") {
      Object.defineProperty(outputs, name, { value, enumerable: true, configurable: true, writable: true });
    } else {
      outputs[name] = value;
    }
  }
  // Only where it is needed: of a thousand instances it takes a sixth of the time.
  return isPlain || Object.hasOwn(outputs, "toJSON") ? outputs : writesOutputs(outputs);
}

function decodeOutput(name: string, message: TensorMessage): OutputValue {
  if (message.sharedMemory) {
    throw new Error(`output "${name}" is in the server's shared memory, which a page can't read`);
  }
  if (message.dtype === MS_STRING) return singleOrList(message.bytesVal as Bytes[], decodeText);
  if (message.dtype === MS_BYTES) return singleOrList(message.bytesVal as Bytes[], detach);
  const dtype = dtypeFromCode(message.dtype);
  if (dtype === undefined) throw new Error(`output "${name}" has unknown dtype ${message.dtype}`);
  const shape = message.shape ?? [];
  const bytes = (message.data as Bytes | undefined) ?? new Uint8Array();
  const length = sizeOf(shape) * DTYPES[dtype].itemSize;
  if (shape.some((dim) => dim < 0) || bytes.length !== length) {
    throw new Error(
      `output "${name}" of dtype ${dtype} and shape ${formatShape(shape)} needs ${length} bytes, but has ${bytes.length}`,
    );
  }
  const tensor = new Tensor(dtype, elements(dtype, bytes), shape);
  return shape.length === 0 ? tensor.item() : tensor;
}

function singleOrList<T>(entries: Bytes[], decode: (bytes: Bytes) => T): T | T[] {
  return entries.length === 1 ? decode(entries[0]!) : entries.map(decode);
}

let strict: TextDecoder | undefined;

function decodeText(bytes: Bytes): TextOrBytes {
  try {
    strict ??= new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    return strict.decode(bytes);
  } catch {
    // Release 1.1.0 sent bytes as MS_STRING.
    return detach(bytes);
  }
}

/** The payload where it is, unless it would keep much memory for little. */
function detach(bytes: Bytes): Bytes {
  return bytes.length <= SMALL_BYTES && bytes.buffer.byteLength > KEPT_BYTES ? new Uint8Array(bytes) : bytes;
}

function elements(dtype: DType, payload: Bytes): DTypeData[DType] {
  const { itemSize } = DTYPES[dtype];
  const kept = detach(payload);
  const bytes = kept.byteOffset % itemSize === 0 ? kept : new Uint8Array(kept);
  const length = bytes.length / itemSize;
  if (dtype === "float16" && !PlatformFloat16Array) {
    return Float32Array.from(new Uint16Array(bytes.buffer, bytes.byteOffset, length), float16Value);
  }
  return new (arrayFor(dtype))(bytes.buffer, bytes.byteOffset, length);
}
