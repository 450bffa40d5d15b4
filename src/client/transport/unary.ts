/** One unary gRPC-Web call. Source: grpc/grpc, doc/PROTOCOL-WEB.md. */

import type { Encoded } from "../wire/encode.ts";
import { parseStatus, Status } from "../wire/status.ts";
import { emptyMetadata, type Metadata } from "../wire/trailers.ts";
import { CallFailure } from "./call-failure.ts";
import { callSignal, formatTimeout } from "./deadline.ts";
import { sendByFetch } from "./fetch.ts";
import type { HttpReply, HttpRequest } from "./http-reply.ts";
import { type OnProgress, ProgressReport } from "./progress.ts";
import {
  CONTENT_TYPE,
  checkContentType,
  httpFailure,
  isText,
  StatusFailure,
  statusFailure,
} from "./reply-head.ts";
import { type ReplyBody, readReplyBody } from "./reply-reader.ts";
import { requestBody } from "./request-body.ts";
import { TextSource } from "./text-source.ts";
import { explainFetchFailure, hiddenStatus, isForeign } from "./unreachable.ts";
import { unreadablePart } from "./unreadable.ts";
import { sendByXhr } from "./xhr.ts";

export interface UnaryCall {
  /** The method's whole address. */
  url: string;
  message: Encoded;
  metadata: Metadata;
  credentials: RequestCredentials;
  /** Deadline from now on, in milliseconds; sent as `grpc-timeout` and held here. */
  timeoutMs?: number | undefined;
  signal?: AbortSignal | undefined;
  maxReplyBytes: number;
  onProgress?: OnProgress | undefined;
}

export interface UnaryReply {
  message: Uint8Array;
  headers: Metadata;
  trailers: Metadata;
}

/**
 * @throws CallFailure for whatever goes wrong beyond this device
 * @throws DOMException `AbortError` when `signal` ended the call
 */
export async function unary(call: UnaryCall): Promise<UnaryReply> {
  const { signal, expired, dispose } = callSignal(call.signal, call.timeoutMs);
  try {
    const body = requestBody(call.message);
    const uploadTotal = body instanceof Blob ? body.size : body.length;
    const request: HttpRequest = {
      url: call.url,
      headers: requestHeaders(call),
      body,
      credentials: call.credentials,
      signal,
      progress: call.onProgress && new ProgressReport(call.onProgress, uploadTotal),
    };
    // An interceptor may have taken its time. XMLHttpRequest would not notice.
    signal.throwIfAborted();
    const byXhr = call.onProgress !== undefined && typeof XMLHttpRequest !== "undefined";
    const reply = await (byXhr ? sendByXhr(request, call.maxReplyBytes) : sendByFetch(request));
    return await readReply(reply, call);
  } catch (error) {
    // A failure that is not understood is looked into, as long as the call has time.
    const failure =
      error instanceof CallFailure || signal.aborted ? error : await explainFailure(call, error, signal);
    if (call.signal?.aborted && !expired()) throw abortError(call.signal.reason);
    if (expired()) throw timedOut(call.timeoutMs!);
    throw failure;
  } finally {
    dispose();
  }
}

function requestHeaders({ metadata, timeoutMs }: UnaryCall): Headers {
  const headers = new Headers(metadata);
  headers.set("content-type", CONTENT_TYPE);
  headers.set("accept", CONTENT_TYPE);
  headers.set("x-grpc-web", "1");
  if (timeoutMs !== undefined && Number.isFinite(timeoutMs))
    headers.set("grpc-timeout", formatTimeout(timeoutMs));
  return headers;
}

async function explainFailure(call: UnaryCall, error: unknown, signal: AbortSignal): Promise<CallFailure> {
  const { url, message } = call;
  return (await unreadablePart(message, error)) ?? explainFetchFailure(url, error, message.length, signal);
}

async function readReply(reply: HttpReply, call: UnaryCall): Promise<UnaryReply> {
  const { headers, body } = reply;
  // An error may come in the headers alone: from the worker ("trailers-only") or from the proxy, whose HTTP status
  // then tells it too. The gRPC status wins, since it says more.
  const told = headers["grpc-status"];
  const failed = told !== undefined && parseStatus(told) !== Status.OK;
  const headFailure = failed ? statusFailure(headers, reply.status) : undefined;
  try {
    if (reply.status !== 200) throw headFailure ?? (await httpFailure(reply));
    checkContentType(headers);
    const source = isText(headers["content-type"]) ? new TextSource(body) : body;
    return checked(await readReplyBody(source, call.maxReplyBytes), headers, call.url);
  } catch (error) {
    await body.cancel();
    // Trailers of the body go before the headers; a body that is no reply does not.
    throw error instanceof StatusFailure ? error : (headFailure ?? error);
  }
}

function checked({ message, trailers }: ReplyBody, headers: Metadata, url: string): UnaryReply {
  const source = trailers?.["grpc-status"] === undefined ? headers : trailers;
  const status = source["grpc-status"];
  if (status === undefined) {
    if (!message && !trailers && isForeign(url)) throw hiddenStatus(url);
    throw new CallFailure(
      "protocol",
      Status.INTERNAL,
      "the reply has no grpc-status: it is cut off or not gRPC's",
    );
  }
  if (parseStatus(status) !== Status.OK) {
    throw statusFailure(source, 200, Object.assign(emptyMetadata(), headers, trailers));
  }
  if (!message) throw new CallFailure("protocol", Status.UNIMPLEMENTED, "the reply has no message");
  return { message, headers, trailers: trailers ?? emptyMetadata() };
}

function timedOut(timeoutMs: number): CallFailure {
  return new CallFailure("timeout", Status.DEADLINE_EXCEEDED, `no answer within ${timeoutMs} ms`);
}

/** The caller's own abort, whatever reason it was given, is one kind of error: an `AbortError`. */
export function abortError(reason: unknown): DOMException {
  if (reason instanceof DOMException && reason.name === "AbortError") return reason;
  const error = new DOMException("The call was aborted", "AbortError");
  Object.defineProperty(error, "cause", { value: reason, configurable: true });
  return error;
}
