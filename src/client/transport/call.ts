/** One call of a method, and the interceptors around it: the same for every message and transport. */

import type { Metadata, PredictReply, PredictRequest, RequestForm } from "../../wire/index.ts";
import type { OnProgress } from "./progress.ts";

/**
 * A call as interceptors see it: all that belongs to it. It is not changed in place: to change it, pass
 * on `{ ...call, headers: … }`, which keeps the signal, the deadline and the progress.
 */
export interface Call<Message = PredictRequest> {
  /** The method's whole address at the proxy. */
  readonly url: string;
  /** For `Predict`: servable, method, version and the encoded instances. */
  readonly message: Message;
  /** The caller's headers, names in lower case; those of gRPC-Web come on top when it is sent. */
  readonly headers: Readonly<Record<string, string>>;
  /** Aborts when the caller ends the call, and when its deadline is over. */
  readonly signal: AbortSignal;
  /** Absent without a `timeoutMs`. */
  readonly deadline?: CallDeadline | undefined;
  /** Called as bytes are sent and received; the call then uses `XMLHttpRequest` where there is one. */
  readonly onProgress?: OnProgress | undefined;
  /** Told of each moment on the call's way that its transport knows: what inspects calls asks for it. */
  readonly onMoment?: OnMoment | undefined;
  /** Of the calls that `probe` makes, which run no model. */
  readonly isProbe?: boolean;
  /** How the message is written, which depends on the server's release. */
  readonly form: RequestForm;
}

/**
 * `sending`: the request's body is made, and goes; `uploaded`: all of it has gone, which a page sees with
 * `XMLHttpRequest` alone; `head`: the reply's headers are here; `received`: its message and trailers are.
 */
export type CallMoment = "sending" | "uploaded" | "head" | "received";

/** `bytes`: of the request's body, with `sending`; of the reply's message in its frame, with `received`. */
export type OnMoment = (moment: CallMoment, bytes?: number) => void;

/** When a call must have ended, with all its attempts. */
export interface CallDeadline {
  /** The whole time, in milliseconds, as the caller gave it. */
  readonly timeoutMs: number;
  /** Milliseconds that remain, whole, at least 1. */
  remainingMs(): number;
}

/** A reply that came with the status `OK`. */
export interface Reply<Message = PredictReply> {
  /** For `Predict`: instances and errors as they came. */
  readonly message: Message;
  /** Names in lower case. */
  readonly headers: Metadata;
  /** Names in lower case. */
  readonly trailers: Metadata;
}

/** Makes a call. Rejects with grpc-web's `RpcError` for a call that failed, with an `AbortError` for one that was ended. */
export type Send<Request = PredictRequest, Response = PredictReply> = (
  call: Call<Request>,
) => Promise<Reply<Response>>;

/**
 * Stands between a client and the wire: given what makes the call, gives what makes it instead.
 *
 * ```ts
 * const timing: Interceptor = (next) => async (call) => {
 *   const began = performance.now();
 *   try {
 *     return await next(call);
 *   } finally {
 *     console.log(`${performance.now() - began} ms`);
 *   }
 * };
 * ```
 */
export type Interceptor<Request = PredictRequest, Response = PredictReply> = (
  next: Send<Request, Response>,
) => Send<Request, Response>;

/** @param interceptors the first one is the outermost */
export function intercepted<Request, Response>(
  interceptors: readonly Interceptor<Request, Response>[],
  send: Send<Request, Response>,
): Send<Request, Response> {
  return interceptors.reduceRight((next, interceptor) => interceptor(next), send);
}
