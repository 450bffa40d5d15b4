/** The typed array that holds the elements of each dtype, and what an element is. */

/** Elements of a float16 tensor: `Float16Array` where the platform has it, else their values as `Float32Array`. */
export interface Float16Data<Buffer extends ArrayBufferLike = ArrayBufferLike> extends Iterable<number> {
  /** Number of elements. */
  readonly length: number;
  /** The memory that holds them. */
  readonly buffer: Buffer;
  /** Where they begin in {@link buffer}, in bytes. */
  readonly byteOffset: number;
  /** Bytes of all elements. */
  readonly byteLength: number;
  [index: number]: number;
}

/**
 * The array that a tensor of each dtype can be made of. 64-bit integers are `bigint`, bools are 0 or 1.
 */
export interface GivenData {
  /** 0 or 1 */
  bool: Uint8Array;
  /** -128 to 127 */
  int8: Int8Array;
  /** 0 to 255 */
  uint8: Uint8Array;
  /** -32768 to 32767 */
  int16: Int16Array;
  /** 0 to 65535 */
  uint16: Uint16Array;
  /** -2^31 to 2^31 - 1 */
  int32: Int32Array;
  /** 0 to 2^32 - 1 */
  uint32: Uint32Array;
  /** -2^63 to 2^63 - 1, as bigint */
  int64: BigInt64Array;
  /** 0 to 2^64 - 1, as bigint */
  uint64: BigUint64Array;
  /** IEEE 754 half precision */
  float16: Float16Data;
  /** IEEE 754 single precision */
  float32: Float32Array;
  /** IEEE 754 double precision, as JavaScript's own numbers */
  float64: Float64Array;
}

/** A numeric dtype, by numpy's name. Texts and bytes are not tensors here but `string` and `Uint8Array`. */
export type DType = keyof GivenData;

/**
 * The array that holds the elements of a tensor of each dtype: of {@link GivenData}, in memory that is not shared, as
 * `new Blob([…])` and WebGPU want it. What `slice` gives is `Uint8Array<ArrayBuffer>` from TypeScript 5.7 on, and
 * `Uint8Array` before, which knows no such difference.
 */
export interface DTypeData {
  /** 0 or 1 */
  bool: ReturnType<Uint8Array["slice"]>;
  /** -128 to 127 */
  int8: ReturnType<Int8Array["slice"]>;
  /** 0 to 255 */
  uint8: ReturnType<Uint8Array["slice"]>;
  /** -32768 to 32767 */
  int16: ReturnType<Int16Array["slice"]>;
  /** 0 to 65535 */
  uint16: ReturnType<Uint16Array["slice"]>;
  /** -2^31 to 2^31 - 1 */
  int32: ReturnType<Int32Array["slice"]>;
  /** 0 to 2^32 - 1 */
  uint32: ReturnType<Uint32Array["slice"]>;
  /** -2^63 to 2^63 - 1, as bigint */
  int64: ReturnType<BigInt64Array["slice"]>;
  /** 0 to 2^64 - 1, as bigint */
  uint64: ReturnType<BigUint64Array["slice"]>;
  /** IEEE 754 half precision */
  float16: Float16Data<ArrayBuffer>;
  /** IEEE 754 single precision */
  float32: ReturnType<Float32Array["slice"]>;
  /** IEEE 754 double precision, as JavaScript's own numbers */
  float64: ReturnType<Float64Array["slice"]>;
}

/** One element of a tensor as JavaScript has it. */
export type Element<D extends DType = DType> = D extends "bool"
  ? boolean
  : D extends "int64" | "uint64"
    ? bigint
    : number;

/** Typed arrays that a tensor can be made from. `Float16Array` too, where the platform has it. */
export type TypedArray = GivenData[Exclude<DType, "bool" | "float16">] | Uint8ClampedArray | Float16Data;

/** The dtype of a typed array by its class. */
export type DTypeOf<A extends TypedArray> = A extends Int8Array
  ? "int8"
  : A extends Uint8Array | Uint8ClampedArray
    ? "uint8"
    : A extends Int16Array
      ? "int16"
      : A extends Uint16Array
        ? "uint16"
        : A extends Int32Array
          ? "int32"
          : A extends Uint32Array
            ? "uint32"
            : A extends BigInt64Array
              ? "int64"
              : A extends BigUint64Array
                ? "uint64"
                : A extends Float32Array
                  ? "float32"
                  : A extends Float64Array
                    ? "float64"
                    : "float16";
