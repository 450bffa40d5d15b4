/**
 * Signatures of servables: what their methods take and give, read, checked before sending, and as types of values.
 *
 * @module mindspore-serving-web/signature
 */

export { checked } from "./checked.ts";
export { fits, type GivenValue } from "./given-value.ts";
export { readSignature } from "./read-signature.ts";
export type {
  Example,
  ExampleList,
  ExampleValue,
  MethodSignature,
  Signature,
  ValueKind,
  ValueSignature,
} from "./signature.ts";
export type {
  BytesInput,
  ImageInput,
  NumericInput,
  NumericOutput,
  ScalarInput,
  TensorInput,
} from "./value-types.ts";
