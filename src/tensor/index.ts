/** Tensors: dtypes, elements, arrays and scalars, and how numpy prints them. */

export { bytesOfBlob, isBlob } from "./blob.ts";
export { describe } from "./describe.ts";
export {
  arrayFor,
  classNameOf,
  DTYPES,
  dtypeFromCode,
  dtypeOfArray,
  formatShape,
  isDType,
  PlatformFloat16Array,
  sizeOf,
} from "./dtype.ts";
export type { DType, DTypeData, DTypeOf, Element, Float16Data, GivenData, TypedArray } from "./dtype-data.ts";
export { type ElementInput, toStored } from "./element.ts";
export { float16Bits, float16Value } from "./float16.ts";
export { float16FromBits } from "./float16-bits.ts";
export { type JsonElement, jsonElement, type TensorJson } from "./json-element.ts";
export { flatten, type Nested } from "./nested.ts";
export { formatTensor } from "./print.ts";
export {
  bool,
  float16,
  float32,
  float64,
  int8,
  int16,
  int32,
  int64,
  Scalar,
  uint8,
  uint16,
  uint32,
  uint64,
} from "./scalar.ts";
export { Tensor, tensor } from "./tensor.ts";
