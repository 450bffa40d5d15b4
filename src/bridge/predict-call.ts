/**
 * One call through the bridge: a gRPC-Web request on HTTP/1.1 becomes a gRPC call on HTTP/2, as Envoy's grpc_web
 * filter does it, streamed both ways.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { type ClientHttp2Stream, constants } from "node:http2";
import { setImmediate } from "node:timers/promises";
import { GRPC_ENCODING, GRPC_TIMEOUT, parseTimeout, Status } from "../wire/index.ts";
import { discardRest } from "./discard-rest.ts";
import { followReply } from "./follow-reply.ts";
import { requestHeaders } from "./metadata.ts";
import type { Refusal } from "./refusal.ts";
import { ReplyWriter } from "./reply-writer.ts";
import { type CallLimits, isTextType, tooLarge } from "./request-check.ts";
import { UnpackedSize } from "./unpacked-size.ts";
import { startUpload, type Upload } from "./upload.ts";
import type { WorkerConnection } from "./worker-connection.ts";

/** Carries the call out and answers it, whatever happens. `worker` is the worker's address, for texts. */
export async function predictCall(
  request: IncomingMessage,
  response: ServerResponse,
  connection: WorkerConnection,
  worker: string,
  limits: CallLimits,
): Promise<void> {
  const writer = new ReplyWriter(response, isTextType(request.headers.accept));
  const text = isTextType(request.headers["content-type"]);
  let stream: ClientHttp2Stream | undefined;
  let upload: Upload | undefined;

  const release = () => {
    clearTimeout(timer);
    upload?.stop();
    if (stream && !stream.closed) stream.close(constants.NGHTTP2_CANCEL);
    discardRest(request);
  };
  const fail = (refusal: Refusal) => {
    writer.fail(refusal);
    release();
  };
  const timeoutMs = Math.min(
    parseTimeout(request.headers[GRPC_TIMEOUT]?.toString()) ?? Infinity,
    limits.maxTimeoutMs,
  );
  const timer = setTimeout(() => {
    const message = `deadline exceeded: the call took longer than ${timeoutMs} ms (worker ${worker})`;
    fail({ httpStatus: 504, grpcStatus: Status.DEADLINE_EXCEEDED, message });
  }, timeoutMs);
  // Before the reply is whole this means that the page has gone away or cancelled.
  response.once("close", () => {
    writer.done = true;
    release();
  });

  function sendBody(to: ClientHttp2Stream): Upload {
    upload = startUpload(request, to, {
      text,
      packed: UnpackedSize.knows(request.headers[GRPC_ENCODING]),
      maxBytes: limits.maxRequestBytes,
      onTooLarge: (what) => fail(tooLarge(what, limits)),
      onBadBase64: () => fail({ httpStatus: 400, message: "Bad gRPC-web request, invalid base64 data." }),
    });
    return upload;
  }

  /** Resolves when the reply is written, or with the reason why there is none. */
  async function attempt(): Promise<{ reason: string; stale: boolean } | undefined> {
    const call = await connection.open(requestHeaders(request.headers));
    stream = call.stream;
    // Before anything is sent: the worker may answer before it has the request.
    const followed = followReply(stream, writer);
    // One turn of the event loop: a connection found dead by now can be replaced, nothing being sent.
    await setImmediate();
    if (writer.done) return undefined;
    const sending = stream.closed || stream.destroyed ? undefined : sendBody(stream);
    const reason = await followed;
    sending?.stop();
    if (reason === undefined) return undefined;
    return { reason, stale: call.reused && !sending?.begun && !writer.begun };
  }

  try {
    let ended = await attempt();
    if (ended?.stale && !writer.done) ended = await attempt();
    if (ended) fail(reset(ended.reason, writer.begun, worker));
    else release();
  } catch (error) {
    fail(
      reset(
        `remote connection failure, transport failure reason: ${(error as Error).message}`,
        false,
        worker,
      ),
    );
  }
}

/** In Envoy's words, and the worker's address. */
function reset(reason: string, begun: boolean, worker: string): Refusal {
  const when = begun
    ? "upstream reset within the reply"
    : "upstream connect error or disconnect/reset before headers";
  return { httpStatus: 503, message: `${when}. reset reason: ${reason} (worker ${worker})` };
}
