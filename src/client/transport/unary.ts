/** One unary gRPC-Web call. Source: grpc/grpc, doc/PROTOCOL-WEB.md. */

import { BINARY_TYPE } from "../../wire/content-types.ts";
import type { Encoded } from "../../wire/encode.ts";
import { GRPC_TIMEOUT, X_GRPC_WEB } from "../../wire/header-names.ts";
import { Status } from "../../wire/status.ts";
import { formatTimeout } from "../../wire/timeout.ts";
import type { Metadata } from "../../wire/trailers.ts";
import { CallFailure } from "./call-failure.ts";
import { callSignal, type Deadline } from "./deadline.ts";
import { sendByFetch } from "./fetch.ts";
import { type OnProgress, ProgressReport } from "./progress.ts";
import { requestBody } from "./request-body.ts";
import { readReply, type UnaryReply } from "./unary-reply.ts";
import { explainFetchFailure, isForeign } from "./unreachable.ts";
import { unreadablePart } from "./unreadable.ts";
import { sendByXhr } from "./xhr.ts";

export interface UnaryCall {
  /** The method's whole address. */
  url: string;
  message: Encoded;
  metadata: Metadata;
  credentials: RequestCredentials;
  /** What is left of it is sent as `grpc-timeout`, and held here. */
  deadline?: Deadline | undefined;
  signal?: AbortSignal | undefined;
  maxReplyBytes: number;
  onProgress?: OnProgress | undefined;
}

/**
 * @throws CallFailure for whatever goes wrong beyond this device
 * @throws DOMException `AbortError` when `signal` ended the call
 */
export async function unary(call: UnaryCall): Promise<UnaryReply> {
  const { signal, expired, dispose } = callSignal(call.signal, call.deadline?.leftMs());
  try {
    return await send(call, signal);
  } catch (error) {
    if (call.signal?.aborted && !expired()) throw abortError(call.signal.reason);
    if (expired()) throw timedOut(call.deadline!);
    throw error;
  } finally {
    dispose();
  }
}

async function send(call: UnaryCall, signal: AbortSignal): Promise<UnaryReply> {
  const { url, message, credentials, onProgress } = call;
  const body = requestBody(message);
  const size = body instanceof Blob ? body.size : body.length;
  const progress = onProgress && new ProgressReport(onProgress, size);
  const request = { url, headers: requestHeaders(call), body, credentials, signal, progress };
  // XMLHttpRequest sends the page's own cookies to its own origin, asked or not.
  const mayUseXhr = credentials !== "omit" || isForeign(url);
  const byXhr = onProgress !== undefined && mayUseXhr && typeof XMLHttpRequest !== "undefined";
  try {
    // An interceptor may have taken its time. XMLHttpRequest would not notice.
    signal.throwIfAborted();
    const reply = await (byXhr ? sendByXhr(request, call.maxReplyBytes) : sendByFetch(request));
    return await readReply(reply, call);
  } catch (error) {
    // A failure that is not understood is looked into, as long as the call has time.
    if (error instanceof CallFailure || signal.aborted) throw error;
    throw (
      (await unreadablePart(message.parts, error)) ??
      (await explainFetchFailure(request, message.length, error))
    );
  }
}

function requestHeaders({ metadata, deadline }: UnaryCall): Headers {
  const headers = new Headers(metadata);
  headers.set("content-type", BINARY_TYPE);
  headers.set("accept", BINARY_TYPE);
  headers.set(X_GRPC_WEB, "1");
  if (deadline) headers.set(GRPC_TIMEOUT, formatTimeout(deadline.leftMs()));
  return headers;
}

function timedOut({ timeoutMs }: Deadline): CallFailure {
  return new CallFailure("timeout", Status.DEADLINE_EXCEEDED, `no answer within ${timeoutMs} ms`);
}

/** The caller's own abort, whatever reason it was given, is one kind of error: an `AbortError`. */
export function abortError(reason: unknown): DOMException {
  if (reason instanceof DOMException && reason.name === "AbortError") return reason;
  const error = new DOMException("The call was aborted", "AbortError");
  Object.defineProperty(error, "cause", { value: reason, configurable: true });
  return error;
}
