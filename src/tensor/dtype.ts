/**
 * The twelve numeric dtypes of MindSpore Serving, by their numpy names, and the typed array that holds each.
 * The numbers are those of `DataType` in proto/ms_service.proto.
 */

import type { DType, DTypeData, Float16Data } from "./dtype-data.ts";

interface IntegerRange {
  min: number | bigint;
  max: number | bigint;
}

interface DTypeFacts {
  /** Number in the wire's `DataType`. */
  code: number;
  /** Bytes of one element. */
  itemSize: number;
  /** Smallest and largest value, for integers. */
  range?: IntegerRange;
}

const integer = (code: number, bits: number, signed: boolean): DTypeFacts => {
  const max = 2n ** BigInt(signed ? bits - 1 : bits) - 1n;
  const min = signed ? -max - 1n : 0n;
  const range = bits === 64 ? { min, max } : { min: Number(min), max: Number(max) };
  return { code, itemSize: bits / 8, range };
};

export const DTYPES: Readonly<Record<DType, DTypeFacts>> = {
  bool: { code: 1, itemSize: 1 },
  int8: integer(2, 8, true),
  uint8: integer(3, 8, false),
  int16: integer(4, 16, true),
  uint16: integer(5, 16, false),
  int32: integer(6, 32, true),
  uint32: integer(7, 32, false),
  int64: integer(8, 64, true),
  uint64: integer(9, 64, false),
  float16: { code: 10, itemSize: 2 },
  float32: { code: 11, itemSize: 4 },
  float64: { code: 12, itemSize: 8 },
};

const BY_CODE: DType[] = [];
for (const [name, { code }] of Object.entries(DTYPES)) BY_CODE[code] = name as DType;

/** Whether `name` is the name of a numeric dtype. */
export function isDType(name: unknown): name is DType {
  return typeof name === "string" && Object.hasOwn(DTYPES, name);
}

/** The dtype with this number on the wire; `undefined` for text, bytes and numbers that no release knows. */
export function dtypeFromCode(code: number): DType | undefined {
  return BY_CODE[code];
}

interface ArrayConstructor<A> {
  new (length: number): A;
  new (elements: ArrayLike<number> | ArrayLike<bigint>): A;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): A;
}

const CONSTRUCTORS: { [D in Exclude<DType, "float16">]: ArrayConstructor<DTypeData[D]> } = {
  bool: Uint8Array,
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
  int64: BigInt64Array,
  uint64: BigUint64Array,
  float32: Float32Array,
  float64: Float64Array,
};

/** The platform's `Float16Array`, in browsers from 2025 on; Node has it from 24 on. */
export const PlatformFloat16Array = (globalThis as { Float16Array?: ArrayConstructor<Float16Data> })
  .Float16Array;

/** The constructor of the array that holds `dtype`'s elements (for float16 see {@link Float16Data}). */
export function arrayFor<D extends DType>(dtype: D): ArrayConstructor<DTypeData[D]> {
  const arrayClass =
    dtype === "float16" ? (PlatformFloat16Array ?? Float32Array) : CONSTRUCTORS[dtype as "float32"];
  return arrayClass as unknown as ArrayConstructor<DTypeData[D]>;
}

const BY_CLASS: Readonly<Record<string, DType>> = {
  Int8Array: "int8",
  Uint8Array: "uint8",
  Uint8ClampedArray: "uint8",
  Int16Array: "int16",
  Uint16Array: "uint16",
  Int32Array: "int32",
  Uint32Array: "uint32",
  BigInt64Array: "int64",
  BigUint64Array: "uint64",
  Float16Array: "float16",
  Float32Array: "float32",
  Float64Array: "float64",
};

/**
 * The dtype of a typed array by its class (`Uint8ClampedArray` is uint8); `undefined` for anything else. The class
 * is known by its name, since an array of an iframe's is an instance of another window's class.
 */
export function dtypeOfArray(value: unknown): DType | undefined {
  return BY_CLASS[typedArrayName.call(value) ?? ""];
}

/** The name of a typed array's class, of whatever window; `undefined` for anything else. */
const typedArrayName = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype),
  Symbol.toStringTag,
)!.get as (this: unknown) => string | undefined;

/** `Float32Array`, `Blob`, `Object` …: the class's own name for an object of whatever window. */
export function classNameOf(value: unknown): string {
  return typedArrayName.call(value) ?? Object.prototype.toString.call(value).slice("[object ".length, -1);
}

/** Whether every element of one dtype is one of the other: then the platform converts whole arrays by itself. */
export function convertsWhole(from: DType, to: DType): boolean {
  const bigints = (dtype: DType) => dtype === "int64" || dtype === "uint64";
  if (bigints(from) !== bigints(to) || to === "bool") return false;
  // Halves without the platform's class are rounded one by one.
  if (!DTYPES[to].range) return to !== "float16" || PlatformFloat16Array !== undefined;
  const [given, taken] = [DTYPES[from].range, DTYPES[to].range];
  return given !== undefined && given.min >= taken.min && given.max <= taken.max;
}

/** Number of elements of a shape: the product of its dimensions, 1 for `[]`. */
export function sizeOf(shape: readonly number[]): number {
  let size = 1;
  for (let i = 0; i < shape.length; i++) size *= shape[i]!;
  return size;
}

/** `(2, 3)`, `(4,)` or `()`: a shape as numpy prints it. */
export function formatShape(shape: readonly (number | null)[]): string {
  const dims = shape.map((dim) => dim ?? "?").join(", ");
  return shape.length === 1 ? `(${dims},)` : `(${dims})`;
}
