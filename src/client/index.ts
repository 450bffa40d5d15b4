/**
 * MindSpore Serving for the browser: the client's public face.
 *
 * @module mindspore-serving-web
 */

export {
  bool,
  type DType,
  type DTypeData,
  type DTypeOf,
  type Element,
  type ElementInput,
  type Float16Data,
  float16,
  float16FromBits,
  float32,
  float64,
  type GivenData,
  int8,
  int16,
  int32,
  int64,
  type JsonElement,
  type Nested,
  Scalar,
  Tensor,
  type TensorJson,
  type TypedArray,
  tensor,
  uint8,
  uint16,
  uint32,
  uint64,
} from "../tensor/index.ts";
export type {
  Bytes,
  CheckInstance,
  CutText,
  ErrorMessage,
  InputValue,
  Instance,
  InstanceMessage,
  Instances,
  InstancesField,
  Metadata,
  Outputs,
  OutputValue,
  Payload,
  PredictReply,
  PredictRequest,
  RequestForm,
  ServableSpec,
  TensorArray,
  TensorMessage,
  TextOrBytes,
} from "../wire/index.ts";
export { jsonReviver } from "../wire/index.ts";
export { caller, type TypedCall } from "./caller.ts";
export { Client } from "./client.ts";
export { type ErrorKind, errorKinds, type KindFacts } from "./errors/error-kinds.ts";
export {
  type CallError,
  type InstanceError,
  isError,
  kindOfServing,
  ServingError,
  unwrap,
} from "./errors/errors.ts";
export { type HintSubject, hintOf } from "./errors/hint-of.ts";
export type { Hint } from "./errors/hints.ts";
export { errorText } from "./errors/readable-text.ts";
export { type InferLatestOptions, inferLatest, type LatestOutcome } from "./infer-latest.ts";
export type { Followed, Item, ItemProgress, ManyItemOptions, SendItems } from "./many/batch.ts";
export type { ManyGiven, ManySource } from "./many/batches.ts";
export type { IndexedOutcome, InferManyOptions, InferManyRun, ManyProgress } from "./many/infer-many.ts";
export { ManyItem } from "./many/item.ts";
export { SEND_NOW } from "./many/send-now.ts";
export type { MetadataHeaders, MetadataRequest, MetadataSource } from "./metadata/metadata.ts";
export type { CallOptions, ClientOptions } from "./options/options.ts";
export type { RetryOptions } from "./retry/policy.ts";
export type { LastCall } from "./serving/known-servables.ts";
export type { InferResult, Outcome } from "./serving/outcome.ts";
export type { ProbeResult } from "./serving/probe.ts";
export type { Release } from "./serving/release.ts";
export {
  type CallSpan,
  type CallTracer,
  type TraceContextOptions,
  traceContext,
} from "./trace/trace-context.ts";
export type { Call, CallDeadline, CallMoment, Interceptor, OnMoment, Reply, Send } from "./transport/call.ts";
export { type GrpcWebInterceptor, RpcError } from "./transport/grpc-web.ts";
export type { OnProgress, Progress } from "./transport/progress.ts";
export type { InputsOf, OutputsOf, ServableMethod } from "./typed/servable-method.ts";
