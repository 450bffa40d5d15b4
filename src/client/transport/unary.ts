/** One unary gRPC-Web call over `fetch`. Source: grpc/grpc, doc/PROTOCOL-WEB.md. */

import type { Encoded } from "../wire/encode.ts";
import { parseStatus, Status } from "../wire/status.ts";
import { addMetadata, emptyMetadata, type Metadata } from "../wire/trailers.ts";
import { BodyReader } from "./body-reader.ts";
import { CallFailure } from "./call-failure.ts";
import { callSignal, formatTimeout } from "./deadline.ts";
import { CONTENT_TYPE, checkContentType, httpFailure, statusFailure } from "./reply-head.ts";
import { type ReplyBody, readReplyBody } from "./reply-reader.ts";
import { requestBody } from "./request-body.ts";
import { explainFetchFailure } from "./unreachable.ts";

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
    const response = await fetch(call.url, {
      method: "POST",
      headers: requestHeaders(call),
      body: requestBody(call.message),
      credentials: call.credentials,
      cache: "no-store",
      signal,
    });
    return await readReply(response, call.maxReplyBytes);
  } catch (error) {
    if (call.signal?.aborted && !expired()) throw abortError(call.signal.reason);
    if (expired()) throw timedOut(call.timeoutMs!);
    if (error instanceof CallFailure) throw error;
    throw await explainFetchFailure(call.url, error);
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

async function readReply(response: Response, maxReplyBytes: number): Promise<UnaryReply> {
  const headers = emptyMetadata();
  response.headers.forEach((value, name) => {
    addMetadata(headers, name, value);
  });
  // An error may come in the headers alone: from the worker ("trailers-only") or from the proxy, whose HTTP
  // status then tells it too. The gRPC status wins, since it says more.
  const headerStatus = headers["grpc-status"];
  if (headerStatus !== undefined && parseStatus(headerStatus) !== Status.OK) {
    await response.body?.cancel();
    throw statusFailure(headers, response.status);
  }
  if (response.status !== 200) throw await httpFailure(response, headers);
  checkContentType(response);
  const body = new BodyReader(response.body ?? new Response("").body!);
  let reply: ReplyBody;
  try {
    reply = await readReplyBody(body, maxReplyBytes);
  } catch (error) {
    await body.cancel();
    throw error;
  }
  return checked(reply, headers);
}

function checked({ message, trailers }: ReplyBody, headers: Metadata): UnaryReply {
  const status = trailers?.["grpc-status"] ?? headers["grpc-status"];
  if (status === undefined) {
    throw new CallFailure(
      "protocol",
      Status.INTERNAL,
      "the reply has no grpc-status: it is cut off or not gRPC's",
    );
  }
  if (parseStatus(status) !== Status.OK) throw statusFailure({ ...headers, ...trailers }, 200);
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
