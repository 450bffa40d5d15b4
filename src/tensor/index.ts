/** Tensors: dtypes, elements, arrays and scalars, and how numpy prints them. */

export {
  arrayFor,
  classNameOf,
  DTYPES,
  type DType,
  type DTypeData,
  dtypeFromCode,
  dtypeOfArray,
  formatShape,
  isDType,
  PlatformFloat16Array,
  sizeOf,
} from "./dtype.ts";
export { describe } from "./element.ts";
export { float16Bits, float16Value } from "./float16.ts";
export { formatTensor } from "./print.ts";
export { Scalar } from "./scalar.ts";
export { Tensor, tensor } from "./tensor.ts";
