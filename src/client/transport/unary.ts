/** One unary gRPC-Web call. Source: grpc/grpc, doc/PROTOCOL-WEB.md. */

import {
  BINARY_TYPE,
  type Encoded,
  FRAME_HEADER_BYTES,
  formatTimeout,
  GRPC_ENCODING,
  GRPC_TIMEOUT,
  sizeOfPayload,
  X_GRPC_WEB,
} from "../../wire/index.ts";
import { endOf } from "./abort.ts";
import type { Call } from "./call.ts";
import { CallFailure } from "./call-failure.ts";
import { sendByFetch } from "./fetch.ts";
import { packed } from "./packed.ts";
import { hasFetch, hasXhr } from "./platform.ts";
import { ProgressReport } from "./progress.ts";
import { requestBody } from "./request-body.ts";
import type { TransportOptions } from "./transport-options.ts";
import { readReply, type UnaryReply } from "./unary-reply.ts";
import { explainFetchFailure, isForeign } from "./unreachable.ts";
import { unreadablePart } from "./unreadable.ts";
import { sendByXhr } from "./xhr.ts";

/**
 * Makes a call whose message is encoded.
 * @throws CallFailure for whatever goes wrong beyond this device, and when the deadline is over
 * @throws DOMException `AbortError` when the caller ended the call
 */
export async function unary(
  call: Call<unknown>,
  message: Encoded,
  options: TransportOptions,
): Promise<UnaryReply> {
  try {
    return await send(call, message, options);
  } catch (error) {
    throw call.signal.aborted ? endOf(call) : error;
  }
}

async function send(
  call: Call<unknown>,
  message: Encoded,
  { credentials, maxReplyBytes, compress = false }: TransportOptions,
): Promise<UnaryReply> {
  const { url, signal, onProgress, onMoment } = call;
  const gzip = compress ? await packed(message, signal) : undefined;
  const body = await requestBody(gzip ? { parts: [gzip], length: gzip.size } : message, gzip !== undefined);
  const size = sizeOfPayload(body);
  const progress = onProgress && new ProgressReport(onProgress, size);
  const request = {
    url,
    headers: requestHeaders(call, gzip !== undefined),
    body,
    credentials,
    signal,
    progress,
    onMoment,
  };
  // XMLHttpRequest sends the page's own cookies to its own origin, asked or not.
  const mayUseXhr = credentials !== "omit" || isForeign(url);
  const byXhr = hasXhr() && (onProgress !== undefined ? mayUseXhr : !hasFetch());
  try {
    // An interceptor may have taken its time. XMLHttpRequest would not notice.
    signal.throwIfAborted();
    onMoment?.("sending", size);
    const reply = await (byXhr ? sendByXhr(request, maxReplyBytes) : sendByFetch(request));
    const read = await readReply(reply, { url, maxReplyBytes });
    onMoment?.("received", FRAME_HEADER_BYTES + read.message.length);
    return read;
  } catch (error) {
    // A failure that is not understood is looked into, as long as the call has time.
    if (error instanceof CallFailure || signal.aborted) throw error;
    throw (
      (await unreadablePart(message.parts, error)) ??
      (await explainFetchFailure(request, message.length, error))
    );
  }
}

function requestHeaders({ headers: own, deadline }: Call<unknown>, isPacked: boolean): Headers {
  const headers = new Headers(own);
  headers.set("content-type", BINARY_TYPE);
  headers.set("accept", BINARY_TYPE);
  headers.set(X_GRPC_WEB, "1");
  if (isPacked) headers.set(GRPC_ENCODING, "gzip");
  if (deadline) headers.set(GRPC_TIMEOUT, formatTimeout(deadline.remainingMs()));
  return headers;
}
