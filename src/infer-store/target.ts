/** What a hook calls, and the types that follow from it. */

import type { CallOptions, ErrorKind, Hint, InstanceError } from "../client/index.ts";

/** What a target is given beside its input: what the caller of `infer` gave, and the hook's own signal. */
export interface TargetOptions extends CallOptions {
  /** Aborts when the call is superseded, aborted, or nobody is left to see its answer. */
  signal: AbortSignal;
}

type TargetFunction = (input: never, options: TargetOptions) => Promise<unknown>;

/**
 * A `Client`, or whatever has such an `infer`; or a function that makes the call, such as one that prepares a picture
 * first: `(file: File, options) => client.infer({ image: file }, options)`.
 */
export type InferTarget = { infer: TargetFunction } | TargetFunction;

type FunctionOf<Target> = Target extends { infer: infer Infer } ? Infer : Target;

type AnswerOf<Target> =
  FunctionOf<Target> extends (...given: never) => infer Answer ? Awaited<Answer> : never;

type GivenTo<Target> =
  FunctionOf<Target> extends (...given: infer Given) => unknown
    ? Given extends []
      ? []
      : [input: Given[0], options?: CallOptions]
    : never;

/** What a target's call gives where it is no error: of a `Client`, one outcome for each instance. */
export type DataOf<Target> = Exclude<AnswerOf<Target>, InstanceError>;

/** Why there is nothing to show: an error value of the target's, such as a `CallError`, or what it threw. */
export type ErrorOf<Target> = Extract<AnswerOf<Target>, InstanceError> | ThrownError;

/** What the target threw, as a value like the others: mostly an instance that can't be sent. */
export interface ThrownError {
  /** What was wrong: the exception's message. */
  error: string;
  /** Of a `ServingError`, which `unwrap` throws; of nothing else. */
  kind?: ErrorKind;
  /** Of a `ServingError` too. */
  hint?: Hint;
  /** The exception itself, such as a TypeError. */
  cause: unknown;
}

/**
 * Makes a call. It resolves to what the target gives, errors among it, and to `undefined` when the call was ended:
 * superseded, aborted, or the component is gone. What the target throws it rejects with; that is in `error` too, so a
 * promise that nobody awaits is no unhandled rejection.
 */
export type Infer<Target> = (...given: GivenTo<Target>) => Promise<AnswerOf<Target> | undefined>;
