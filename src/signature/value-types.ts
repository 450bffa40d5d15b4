/** The types of values, for typed clients. */

import type { DType, Element, GivenData, Scalar, Tensor } from "../client/index.ts";

/** Bytes: a file, or what was read of one. */
export type BytesInput = Blob | Uint8Array | ArrayBuffer;

/** An encoded picture, such as a JPEG file; `toUpload` of `mindspore-serving-web/image` makes one of other pictures. */
export type ImageInput = BytesInput;

/**
 * Any tensor of a dtype, or the typed array that stands for one of one dimension; a `Uint8Array` would be bytes, and
 * bool and float16 have none.
 */
export type TensorInput<D extends DType = DType> =
  | Tensor<D>
  | (D extends "bool" | "uint8" | "float16" ? never : GivenData[D]);

/** A single number: a number is float32, a boolean bool, a bigint int64; of every other dtype, a typed scalar. */
export type ScalarInput<D extends DType = DType> = D extends "float32"
  ? Scalar<D> | number
  : D extends "bool"
    ? Scalar<D> | boolean
    : D extends "int64"
      ? Scalar<D> | bigint
      : Scalar<D>;

/** A tensor, or a single number. */
export type NumericInput<D extends DType = DType> = TensorInput<D> | ScalarInput<D>;

/** What comes of a number: a tensor or, without dimensions, the number itself. */
export type NumericOutput<D extends DType = DType> = Tensor<D> | Element<D>;
