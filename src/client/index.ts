/**
 * MindSpore Serving for the browser: the client's public face.
 *
 * @module mindspore-serving-web
 */

export type { DType, DTypeData, DTypeOf, Element, Float16Data, TypedArray } from "../tensor/dtype.ts";
export type { ElementInput } from "../tensor/element.ts";
export type { Nested } from "../tensor/nested.ts";
export * from "../tensor/scalar.ts";
export { Tensor, tensor } from "../tensor/tensor.ts";
export type { CutText } from "../wire/cut-text.ts";
export type { InputValue, TensorArray } from "../wire/input.ts";
export type { Outputs, OutputValue, TextOrBytes } from "../wire/output.ts";
export { Client } from "./client.ts";
export { errorText } from "./error-text.ts";
export {
  type CallError,
  type InstanceError,
  isError,
  ServingError,
  unwrap,
} from "./errors.ts";
export { type Hint, hintOf } from "./hints.ts";
export type { IndexedOutcome, InferManyOptions, ManyProgress } from "./infer-many.ts";
export type { Instance, Instances } from "./instance.ts";
export type { LastCall } from "./known.ts";
export type { CallOptions, ClientOptions } from "./options.ts";
export type { InferResult, Outcome } from "./outcome.ts";
export type { ProbeResult } from "./probe.ts";
export type { Release } from "./release.ts";
export type { ErrorKind } from "./transport/error-kind.ts";
export type { OnProgress, Progress } from "./transport/progress.ts";
export type { RetryOptions } from "./transport/retry.ts";
