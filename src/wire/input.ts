/** What a caller may give for an input, and how it goes on the wire. */

import {
  arrayFor,
  classNameOf,
  DTYPES,
  type DType,
  type DTypeData,
  describe,
  dtypeOfArray,
  float16Bits,
  formatShape,
  type GivenData,
  isBlob,
  isDType,
  Scalar,
  sizeOf,
  Tensor,
} from "../tensor/index.ts";
import type { TensorMessage } from "./message.ts";
import { MS_BYTES, MS_STRING } from "./schema.ts";
import { isWellFormed } from "./well-formed.ts";

/** Typed arrays that stand for a 1-D tensor of their own dtype. A `Uint8Array` is bytes. */
export type TensorArray =
  | Exclude<GivenData[Exclude<DType, "bool" | "uint8" | "float16">], Uint8Array>
  | Uint8ClampedArray;

/**
 * A value for one input.
 *
 * | given | sent as |
 * |---|---|
 * | {@link Tensor} | its dtype and shape |
 * | a typed array other than `Uint8Array` | a 1-D tensor |
 * | a typed scalar such as `int32(5)` | its dtype, shape `()` |
 * | `number`, `boolean`, `bigint` | float32, bool, int64 (uint64 from 2^63 on), shape `(1,)` |
 * | `string` | text, UTF-8 |
 * | `Uint8Array`, `ArrayBuffer`, `Blob`, `File` | bytes |
 */
export type InputValue =
  | Tensor
  | Scalar
  | TensorArray
  | number
  | boolean
  | bigint
  | string
  | Uint8Array
  | ArrayBuffer
  | Blob;

/**
 * @throws TypeError for a value of another type, and for a string with a lone surrogate, which UTF-8 can't hold
 * @throws RangeError for a bigint that fits neither int64 nor uint64
 */
export function encodeInput(value: InputValue): TensorMessage {
  switch (typeof value) {
    case "number":
      return element("float32", value, [1]);
    case "boolean":
      return element("bool", value, [1]);
    case "bigint": {
      const dtype = value >= 2n ** 63n ? "uint64" : "int64";
      return element(dtype, new Scalar(dtype, value).value, [1]);
    }
    case "string":
      return text(value);
  }
  const message = typeof value === "object" && value !== null ? encodeObject(value) : undefined;
  if (message) return message;
  throw new TypeError(`${describe(value)} can't be sent: ${advice(value)}`);
}

function encodeObject(value: object): TensorMessage | undefined {
  if (value instanceof Tensor) return numbers(value.dtype, value.data, value.shape);
  switch (classNameOf(value)) {
    case "Uint8Array":
      return bytes(bytesOf(value as Uint8Array));
    case "ArrayBuffer":
      return bytes(bytesOf(new Uint8Array(value as ArrayBuffer)));
  }
  if (isBlob(value)) return bytes(value);
  const dtype = dtypeOfArray(value);
  if (dtype !== undefined) return numbers(dtype, value as DTypeData[DType], [(value as TensorArray).length]);
  const tensor = asTensor(value);
  if (tensor) return numbers(tensor.dtype, tensor.data, tensor.shape);
  const scalar = asScalar(value);
  return scalar && element(scalar.dtype, scalar.value, []);
}

/**
 * A tensor that is not an instance of this module's class: made by another copy of this library, or come from another
 * thread, where `postMessage` leaves an object of its fields; `undefined` for anything else.
 */
function asTensor(value: object): Tensor | undefined {
  const { dtype, shape, data } = value as Partial<Tensor>;
  if (!isDType(dtype) || !Array.isArray(shape) || dtypeOfArray(data) === undefined) return undefined;
  return new Tensor(dtype, data!, shape);
}

/** As `asTensor`, for scalars. */
function asScalar(given: object): Scalar | undefined {
  if (given instanceof Scalar) return given;
  const { dtype, value } = given as Partial<Scalar>;
  return isDType(dtype) && value !== undefined ? new Scalar(dtype, value) : undefined;
}

function advice(value: unknown): string {
  if (Array.isArray(value)) return "wrap nested arrays as tensor([[1, 2], [3, 4]])";
  if (value === undefined || value === null) return "every input needs a value";
  if (value instanceof Promise) return "await it first";
  return "give a tensor(…), a typed scalar such as int32(5), a number, boolean, bigint, string, Uint8Array or Blob";
}

function element(dtype: DType, value: number | bigint | boolean, shape: number[]): TensorMessage {
  const data = new (arrayFor(dtype))(1) as { [index: number]: number | bigint };
  data[0] = typeof value === "boolean" ? Number(value) : value;
  return numbers(dtype, data as unknown as DTypeData[DType], shape);
}

function numbers(dtype: DType, data: DTypeData[DType], shape: readonly number[]): TensorMessage {
  if (data.length !== sizeOf(shape)) {
    throw new RangeError(
      `the tensor of shape ${formatShape(shape)} has lost its data: its buffer was transferred to another thread. Transfer a copy instead`,
    );
  }
  return { shape, dtype: DTYPES[dtype].code, data: littleEndian(dtype, data), bytesVal: [] };
}

/** The elements' own memory: every platform that runs browsers or Node today is little-endian. */
function littleEndian(dtype: DType, data: DTypeData[DType]): Uint8Array {
  if (dtype !== "float16" || dtypeOfArray(data) === "float16") return bytesOf(data);
  return new Uint8Array(Uint16Array.from(data as Iterable<number>, float16Bits).buffer);
}

/** An array's bytes without a copy; of memory that may be shared or resized, which no request takes, with one. */
function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  const isPlain = buffer instanceof ArrayBuffer || classNameOf(buffer) === "ArrayBuffer";
  return isPlain && !(buffer as { resizable?: boolean }).resizable ? bytes : new Uint8Array(bytes);
}

function bytes(value: Uint8Array | Blob): TensorMessage {
  return { shape: [1], dtype: MS_BYTES, bytesVal: [value] };
}

function text(value: string): TensorMessage {
  if (!isWellFormed(value)) {
    throw new TypeError(
      "this string has a lone surrogate, which UTF-8 can't hold: fix it with toWellFormed()",
    );
  }
  return { shape: [1], dtype: MS_STRING, bytesVal: [new TextEncoder().encode(value)] };
}
