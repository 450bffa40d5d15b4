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
export type { Instance, Instances } from "../wire/instance.ts";
export type {
  ErrorMessage,
  InstanceMessage,
  Payload,
  PredictReply,
  PredictRequest,
  RequestForm,
  ServableSpec,
  TensorMessage,
} from "../wire/message.ts";
export type { Outputs, OutputValue, TextOrBytes } from "../wire/output.ts";
export type { InstancesField } from "../wire/schema.ts";
export type { Metadata } from "../wire/trailers.ts";
export { Client } from "./client.ts";
export { errorText } from "./errors/error-text.ts";
export {
  type CallError,
  type InstanceError,
  isError,
  ServingError,
  unwrap,
} from "./errors/errors.ts";
export { type Hint, type HintSubject, hintOf } from "./errors/hints.ts";
export { type ErrorKind, errorKinds, type KindFacts } from "./errors/kinds.ts";
export type { ManyGiven, ManySource } from "./many/batches.ts";
export type { IndexedOutcome, InferManyOptions, InferManyRun, ManyProgress } from "./many/infer-many.ts";
export { type ItemProgress, ManyItem, type ManyItemOptions, SEND_NOW } from "./many/item.ts";
export type { CallOptions, ClientOptions } from "./options/options.ts";
export type { RetryOptions } from "./retry/policy.ts";
export type { LastCall } from "./serving/known.ts";
export type { InferResult, Outcome } from "./serving/outcome.ts";
export type { ProbeResult } from "./serving/probe.ts";
export type { Release } from "./serving/release.ts";
export type { Call, CallDeadline, Interceptor, Reply, Send } from "./transport/call.ts";
export type { GrpcWebInterceptor } from "./transport/grpc-web.ts";
export type { OnProgress, Progress } from "./transport/progress.ts";
