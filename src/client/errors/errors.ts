/** Failures on the far side, as values: what failed, what kind of failure it is, and what to do next. */

import { type CutText, type ErrorMessage, Status } from "../../wire/index.ts";
import type { ErrorKind } from "./error-kinds.ts";
import { hintOf } from "./hint-of.ts";
import type { Hint } from "./hints.ts";

/** One instance failed, in its place in the list; its neighbours may have succeeded. */
export interface InstanceError {
  /**
   * The server's own text, untouched; may be empty. Bytes that are no UTF-8 are U+FFFD. For people there is
   * {@link errorText}.
   */
  error: string;
  /** Serving's own code (1 failed, 2 invalid inputs, 3 system error, …). */
  code: number;
  /** What kind of failure it is, to tell failures apart in code. */
  kind: ErrorKind;
  /**
   * Only where Serving cut {@link error} in the middle, as releases from 1.5 on do with more than 384 bytes: the two
   * ends that are left, in whole characters.
   */
  cut?: CutText;
  /**
   * With `retryAlone` of `inferMany`, where a function of the servable failed: true when the instance has failed in
   * a call of its own, too. False when it was not sent again, since the bound on such calls was reached: the failure
   * may be a neighbour's.
   */
  alone?: boolean;
}

/** The whole call failed: there are no results. */
export interface CallError extends InstanceError {
  /**
   * Serving's own code where Serving answered; the gRPC status where the call itself failed (then `grpcStatus`
   * is set too, to the same number).
   */
  code: number;
  /** gRPC status, where the call itself failed; absent where Serving answered. */
  grpcStatus?: number;
  /** HTTP status of the reply, where it was another than 200: a proxy's or a gateway's own. */
  httpStatus?: number;
  /**
   * Where the call was redirected to, such as a login page, without its query; `""` where the browser hides it.
   * Absent where the call was not redirected, or where that did no harm.
   */
  redirectedTo?: string;
  /** What to do next, in English and Chinese. */
  hint: Hint;
  /** What the platform said, where it said something; not enumerable, so that it is in no JSON or printout. */
  cause?: unknown;
}

/** Whether a result of `infer`, or one outcome in it, is an error. */
export function isError<T>(outcome: T): outcome is Extract<T, InstanceError> {
  const error = outcome as Partial<InstanceError> | null;
  return (
    typeof error === "object" &&
    typeof error?.error === "string" &&
    typeof error.code === "number" &&
    typeof error.kind === "string"
  );
}

/** An error value as something to throw. */
export class ServingError extends Error {
  /** `"ServingError"` */
  override readonly name = "ServingError";
  /** What kind of failure it is. */
  readonly kind: ErrorKind;
  /** As in the error value: {@link servingCode} or {@link grpcStatus}, whichever there is. */
  readonly code: number;
  /** gRPC status, where the call itself failed. */
  readonly grpcStatus: number | undefined;
  /** HTTP status of the reply, where it was another than 200. */
  readonly httpStatus: number | undefined;
  /** Serving's own code, where Serving answered: 1 failed, 2 invalid inputs, 3 system error, 4 and 5 unavailable. */
  readonly servingCode: number | undefined;
  /** What to do next, in English and Chinese. */
  readonly hint: Hint;

  constructor(error: InstanceError) {
    const { grpcStatus, httpStatus, cause } = error as CallError;
    super(error.error || `Serving failed without an error text (code ${error.code})`, { cause });
    this.kind = error.kind;
    this.code = error.code;
    this.grpcStatus = grpcStatus;
    this.httpStatus = httpStatus;
    this.servingCode = grpcStatus === undefined ? error.code : undefined;
    this.hint = hintOf(error);
  }

  /** For `JSON.stringify`, which would leave the text out: all fields, `message` among them. */
  toJSON(): object {
    return { ...this, message: this.message };
  }
}

/** The outcome itself when it isn't an error. @throws ServingError when it is one */
export function unwrap<T>(outcome: T): Exclude<T, InstanceError> {
  if (isError(outcome)) throw new ServingError(outcome);
  return outcome as Exclude<T, InstanceError>;
}

/** A failure of the call itself: gRPC status and kind as the transport found them, and what else it knows. */
export function callError(
  kind: ErrorKind,
  grpcStatus: number,
  error: string,
  { httpStatus, redirectedTo, cause }: Pick<CallError, "httpStatus" | "redirectedTo" | "cause"> = {},
): CallError {
  const told = {
    error,
    code: grpcStatus,
    kind,
    grpcStatus,
    ...(httpStatus !== undefined && { httpStatus }),
    ...(redirectedTo !== undefined && { redirectedTo }),
  };
  const value: CallError = { ...told, hint: hintOf(told) };
  if (cause !== undefined) Object.defineProperty(value, "cause", { value: cause });
  return value;
}

/** One instance that Serving answered with an error. */
export function instanceError({ code, text, cut }: ErrorMessage): InstanceError {
  const error: InstanceError = { error: text, code, kind: kindOfServing(code, text) };
  if (cut) error.cut = cut;
  return error;
}

/** A whole request that Serving answered with an error. */
export function requestError(message: ErrorMessage): CallError {
  const error = instanceError(message);
  return { ...error, hint: hintOf(error) };
}

/** A reply that no server should send; nothing of it is used. */
export function protocolError(error: string): CallError {
  return callError("protocol", Status.INTERNAL, error);
}

/** A stage of the method, a Python function of the servable, raised; releases from 1.5 on name it. */
const FUNCTION_FAILED = /^(Pre|Post)process Failed$|^Call .+ Failed, method: |^Call Function '/;

/** Texts by which Serving tells apart what its codes don't (all releases; docs/protocol.md §4). */
const KINDS_BY_TEXT: readonly [pattern: RegExp, kind: ErrorKind][] = [
  [/ , method is not available$/, "method-not-available"],
  [/ , servable is not available$/, "servable-not-available"],
  [/^Serving Error: enqueued requests count exceeds the limit/, "queue-full"],
  [/^Servable stopped$/, "worker-down"],
  [/^Time out$/, "timeout"],
  [FUNCTION_FAILED, "model-failed"],
  [/^(Cannot find input|Instances? |Input instances|Given model input)/, "invalid-input"],
];

/**
 * The kind of an error as Serving answers it, such as in a reply that an interceptor sees.
 *
 * @param code 0 success, 1 failed, 2 invalid inputs, 3 system error, 4 and 5 no worker at the moment
 */
export function kindOfServing(code: number, text: string): ErrorKind {
  if (code === 4 || code === 5) return "worker-down";
  const byText = KINDS_BY_TEXT.find(([pattern]) => pattern.test(text));
  if (byText) return byText[1];
  return code === 2 ? "invalid-input" : "model-failed";
}

/** Whether it is the failure of an instance in one of the servable's functions. */
export function isFunctionFailure<T>(outcome: T): outcome is Extract<T, InstanceError> {
  if (!isError(outcome)) return false;
  return (outcome as Partial<CallError>).grpcStatus === undefined && FUNCTION_FAILED.test(outcome.error);
}
