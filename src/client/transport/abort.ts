/** The error of a call whose signal has aborted. */

import { Status } from "../../wire/index.ts";
import type { Call } from "./call.ts";
import { CallFailure } from "./call-failure.ts";
import { isOver } from "./deadline.ts";

/** The error of a call whose signal has aborted. */
export function endOf({ signal, deadline }: Call<unknown>): CallFailure | DOMException {
  if (!isOver(signal)) return abortError(signal.reason);
  return new CallFailure(
    "timeout",
    Status.DEADLINE_EXCEEDED,
    `no answer within ${deadline?.timeoutMs ?? "the given"} ms`,
  );
}

/** The caller's own abort, whatever reason it was given, is one kind of error: an `AbortError`. */
export function abortError(reason: unknown): DOMException {
  if (reason instanceof DOMException && reason.name === "AbortError") return reason;
  const error = new DOMException("The call was aborted", "AbortError");
  Object.defineProperty(error, "cause", { value: reason, configurable: true });
  return error;
}
