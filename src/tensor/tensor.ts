/** A dtype, a shape and the elements in row-major order: what numpy calls an array. */

import { describe } from "./describe.ts";
import { arrayFor, classNameOf, convertsWhole, dtypeOfArray, formatShape, isDType, sizeOf } from "./dtype.ts";
import type { DType, DTypeData, DTypeOf, Element, Float16Data, GivenData, TypedArray } from "./dtype-data.ts";
import { type ElementInput, fromStored, toStored } from "./element.ts";
import { jsonElement, type TensorJson } from "./json-element.ts";
import { flatten, type Nested, nest } from "./nested.ts";
import { formatTensor } from "./print.ts";

/** The class of the data of each dtype where it has another name than the dtype. */
const STORED_AS: Partial<Record<DType, readonly DType[]>> = {
  bool: ["uint8"],
  float16: ["float16", "float32"],
};

/** Serving counts elements in 32 bits; a JavaScript array can't hold many more either. */
const MAX_ELEMENTS = 2 ** 31;

/** Numbers of one dtype in a shape, as inputs and outputs are; {@link tensor} makes one. */
export class Tensor<D extends DType = DType> {
  /** Name of the elements' type, as numpy has it: `"float32"`. */
  readonly dtype: D;
  /** Dimensions; `[]` is a scalar. */
  readonly shape: readonly number[];
  /**
   * Elements in row-major order. A tensor of a reply may look into the reply's own memory; one that was made of an array
   * in shared memory has that array, whatever the type says.
   */
  readonly data: DTypeData[D];

  /**
   * Takes `data` as it is, without a copy. {@link tensor} is the more convenient way.
   * @throws TypeError when the data is not an array of the dtype's class (`Uint8Array` of 0 and 1 for bool)
   * @throws RangeError when the shape is not one or does not fit the data
   */
  constructor(dtype: D, data: GivenData[D], shape: readonly number[]) {
    const size = checkedSize(shape);
    const stored = dtypeOfArray(data);
    if (stored === undefined || !(STORED_AS[dtype]?.includes(stored) ?? stored === dtype)) {
      throw new TypeError(
        `the data of a ${dtype} tensor is ${describe(data)}: give a ${arrayFor(dtype).name}, or use tensor(data, "${dtype}")`,
      );
    }
    if (size !== data.length) {
      throw new RangeError(
        `shape ${formatShape(shape)} has ${size} elements, but the data has ${data.length}`,
      );
    }
    this.dtype = dtype;
    this.data = data as DTypeData[D];
    this.shape = Object.isFrozen(shape) ? shape : Object.freeze([...shape]);
  }

  /** Number of elements. */
  get size(): number {
    return this.data.length;
  }

  /** Nested arrays in the tensor's shape, bools as booleans, 64-bit integers as bigint; for shape `[]` the element. */
  toArray(): Nested<Element<D>> {
    return nest((index) => elementAt(this, index), this.shape);
  }

  /**
   * The only element.
   * @throws RangeError when there is not exactly one
   */
  item(): Element<D> {
    if (this.size !== 1) throw new RangeError(`item() needs one element, this tensor has ${this.size}`);
    return elementAt(this, 0);
  }

  /** As numpy prints it, on one line: `array([[2., 2.], [2., 2.]], dtype=float32)`. */
  toString(): string {
    return formatTensor(this.dtype, this.data, this.shape);
  }

  /** Node's `console.log` prints what {@link toString} gives. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }

  /**
   * For `JSON.stringify`: {@link toArray} with its dtype and shape, exactly. Texts stand for what JSON has no number
   * for: 64-bit integers, NaN, infinities and -0. {@link jsonReviver} reads it.
   */
  toJSON(): TensorJson {
    return {
      dtype: this.dtype,
      shape: this.shape,
      data: nest((index) => jsonElement(elementAt(this, index)), this.shape),
    };
  }
}

// No private member: a framework's Proxy of a tensor has none.
function elementAt<D extends DType>({ data, dtype }: Tensor<D>, index: number): Element<D> {
  return fromStored(data[index]!, dtype);
}

/**
 * Makes a tensor from nested arrays or a typed array.
 *
 * Nested arrays of numbers are float32 unless `dtype` says otherwise; of booleans bool; of bigints int64. A typed
 * array gives its own dtype and is taken without a copy, unless `dtype` asks for another one. Its numbers are values,
 * never bits: for those of float16 there is {@link float16FromBits}. `shape` defaults to the nesting, or to one
 * dimension.
 *
 * @throws TypeError for elements that the dtype does not take
 * @throws RangeError for ragged arrays, integers out of range, and a shape that does not fit
 */
export function tensor<D extends DType>(
  data: Nested<ElementInput> | TypedArray,
  dtype: D,
  shape?: readonly number[],
): Tensor<D>;
export function tensor<A extends TypedArray>(
  data: A,
  dtype?: undefined,
  shape?: readonly number[],
): Tensor<DTypeOf<A>>;
export function tensor(data: Nested<number>, dtype?: undefined, shape?: readonly number[]): Tensor<"float32">;
export function tensor(data: Nested<bigint>, dtype?: undefined, shape?: readonly number[]): Tensor<"int64">;
export function tensor(data: Nested<boolean>, dtype?: undefined, shape?: readonly number[]): Tensor<"bool">;
export function tensor(
  data: Nested<ElementInput> | TypedArray,
  dtype?: DType,
  shape?: readonly number[],
): Tensor {
  if (dtype !== undefined && !isDType(dtype)) throw new TypeError(`${describe(dtype)} is not a dtype`);
  const own = dtypeOfArray(data);
  if (own !== undefined) {
    const array = unclamped(data as DTypeData[DType]);
    const wanted = dtype ?? own;
    return new Tensor(wanted, wanted === own ? array : convert(array, wanted), shape ?? [array.length]);
  }
  // A polyfill's is a Proxy around a typed array, and none itself.
  if (classNameOf(data) === "Float16Array") {
    return tensor(Float32Array.from(data as Float16Data), dtype ?? "float16", shape);
  }
  const flat = flatten(data);
  const wanted = dtype ?? dtypeOfElement(flat.elements[0]);
  return new Tensor(wanted, convert(flat.elements, wanted), shape ?? flat.shape);
}

/** A `Uint8ClampedArray`, as canvases give it, by its bytes: clamping is for those who write. */
function unclamped(data: DTypeData[DType]): DTypeData[DType] {
  if (classNameOf(data) !== "Uint8ClampedArray") return data;
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function dtypeOfElement(element: unknown): DType {
  if (typeof element === "boolean") return "bool";
  return typeof element === "bigint" ? "int64" : "float32";
}

function convert<D extends DType>(elements: ArrayLike<unknown>, dtype: D): DTypeData[D] {
  const own = dtypeOfArray(elements);
  if (own && convertsWhole(own, dtype)) return new (arrayFor(dtype))(elements as ArrayLike<number>);
  const data = new (arrayFor(dtype))(elements.length) as { [index: number]: number | bigint };
  let i = 0;
  try {
    for (; i < elements.length; i++) {
      const element = elements[i];
      // Typed arrays hold bools as 0 and 1; nested arrays hold them as booleans. 64-bit integers are bigints.
      const bit = dtype === "bool" && (element === 0 || element === 1);
      data[i] = toStored(bit ? element === 1 : element, dtype);
    }
  } catch (error) {
    (error as Error).message = `element ${i}: ${(error as Error).message}`;
    throw error;
  }
  return data as unknown as DTypeData[D];
}

/** Its number of elements. */
function checkedSize(shape: readonly number[]): number {
  if (!Array.isArray(shape))
    throw new TypeError(`a shape must be an array of numbers, not ${describe(shape)}`);
  for (const dim of shape) {
    if (!Number.isSafeInteger(dim) || dim < 0) {
      throw new RangeError(
        `every dimension of shape [${shape.join(", ")}] must be a whole number, 0 or more`,
      );
    }
  }
  const size = sizeOf(shape);
  if (size > MAX_ELEMENTS) {
    throw new RangeError(
      `shape ${formatShape(shape)} has more than 2^31 elements, more than Serving can count`,
    );
  }
  return size;
}
