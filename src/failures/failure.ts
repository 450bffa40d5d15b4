/** What failed and what to do about it, as app and elements show it and the elements' events carry it. */

import type { CallError, ErrorKind, Hint, InstanceError } from "../client/index.ts";
import type { ClientLibrary } from "../library/index.ts";

/** What app and elements find by themselves, beside the client's kinds of error. */
export type OwnFailureKind =
  /** An invalid attribute, property or value. */
  | "misuse"
  /** A file that can't be sent, or read. */
  | "file"
  /** The server does not tell the names of the inputs. */
  | "unknown-inputs"
  /** A part of the page's own code, or a sample, that could not be loaded. */
  | "not-loaded"
  /** The photo was taken away before there was an answer. */
  | "removed";

/** What failed, of whatever cause, and what to do about it. */
export interface Failure {
  /** The server's own text, untouched, or the library's; what the page or the element found is in English. */
  error: string;
  /** What kind of failure it is, to tell failures apart in code. */
  kind: ErrorKind | OwnFailureKind;
  /** Whether one instance failed, or the whole call. */
  scope: "instance" | "call";
  /** Serving's code, or the gRPC status where the call itself failed. */
  code?: number;
  /** gRPC status, where the call itself failed; absent where Serving answered. */
  grpcStatus?: number;
  /** What to do next, in English and Chinese. */
  hint: Hint;
  /** {@link error} in both languages, where page or element found it; as people read it, where the server sent it. */
  texts?: Hint;
}

/** A failure that a call gave: of one instance, or of the whole call. */
export function failureOf(
  told: InstanceError | CallError,
  { errorText, hintOf }: Pick<ClientLibrary, "errorText" | "hintOf">,
): Failure {
  const { error, kind, code } = told;
  const text = errorText(told);
  const isCall = "hint" in told;
  const { grpcStatus } = told as Partial<CallError>;
  return {
    error,
    kind,
    scope: isCall ? "call" : "instance",
    code,
    ...(grpcStatus !== undefined && { grpcStatus }),
    hint: isCall ? told.hint : hintOf(told),
    texts: { en: text, zh: text },
  };
}

const MISUSE: Hint = { en: "Change the input as the message says.", zh: "请按提示修改输入。" };
const NO_PICTURE: Hint = { en: "Choose another file.", zh: "请选择其他文件。" };

/** What the library threw: misuse (`TypeError`, `RangeError`), or a picture that it can't use. */
export function thrownFailure(error: unknown): Failure {
  const text = error instanceof Error ? error.message : String(error);
  return error instanceof DOMException
    ? { error: text, kind: "file", scope: "instance", hint: NO_PICTURE }
    : { error: text, kind: "misuse", scope: "call", hint: MISUSE };
}
