/**
 * Reads the worker's reply off an HTTP/2 stream and hands it on as fast as the page takes it.
 */
import { type ClientHttp2Stream, constants, type IncomingHttpHeaders } from "node:http2";
import { GRPC_STATUS } from "../wire/index.ts";
import { replyHeaders, trailerPairs } from "./metadata.ts";
import type { ReplyWriter } from "./reply-writer.ts";

/**
 * How much of an answer that is not gRPC's goes into `grpc-message`, in bytes. Envoy takes 16 KiB, which
 * percent-encoded is more than Node's client accepts as headers.
 */
const MAX_FOREIGN_TEXT = 4096;

/**
 * Writes the reply to its end. Resolves when that is done, or with the reason, in Envoy's words, when the
 * stream ends before.
 */
export function followReply(stream: ClientHttp2Stream, writer: ReplyWriter): Promise<string | undefined> {
  return new Promise((resolve) => {
    // A closed stream no longer names its session.
    const { session } = stream;
    let trailers: string[] | undefined;
    let foreign: { httpStatus: number; text: Buffer } | undefined;
    let failure: Error | undefined;

    stream.on("response", (headers: IncomingHttpHeaders, flags: number) => {
      const httpStatus = Number(headers[":status"]);
      const only = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
      if (only && headers[GRPC_STATUS] !== undefined) writer.headersOnly(replyHeaders(headers));
      else if (!only && isGrpc(httpStatus, headers)) writer.head(replyHeaders(headers));
      else foreign = { httpStatus, text: Buffer.alloc(0) };
    });
    stream.on("trailers", ((_headers: IncomingHttpHeaders, _flags: number, raw: string[]) => {
      trailers = raw;
    }) as () => void);
    stream.on("data", (chunk: Buffer) => {
      if (foreign) {
        foreign.text = Buffer.concat([foreign.text, chunk]).subarray(0, MAX_FOREIGN_TEXT);
      } else if (!writer.write(chunk)) {
        stream.pause();
        writer.onceCaughtUp(() => stream.resume());
      }
    });
    stream.on("end", () => {
      if (foreign) writer.fail(foreignRefusal(foreign.httpStatus, foreign.text.toString()));
      else if (trailers) writer.end(trailerPairs(trailers));
      else if (!stream.aborted && !stream.rstCode && writer.begun) writer.end([]);
      // Settled here and not left to "close", which does not come while a part of the upload is still to be sent.
      resolve(
        writer.done ? undefined : resetReason(stream.rstCode ?? 0, session?.destroyed ?? true, failure),
      );
    });
    stream.on("error", (error) => {
      failure = error;
    });
    stream.on("close", () => resolve(resetReason(stream.rstCode, session?.destroyed ?? true, failure)));
  });
}

function isGrpc(httpStatus: number, headers: IncomingHttpHeaders): boolean {
  return httpStatus === 200 && /^application\/grpc($|[+;])/.test(headers["content-type"] ?? "");
}

function foreignRefusal(httpStatus: number, text: string) {
  return { httpStatus, message: text || `the worker answered HTTP ${httpStatus} without a gRPC status` };
}

function resetReason(rstCode: number, sessionGone: boolean, failure: Error | undefined): string {
  if (rstCode === constants.NGHTTP2_REFUSED_STREAM) return "remote refused stream reset";
  if (sessionGone) return "connection termination";
  return failure ? `remote reset: ${failure.message}` : "remote reset";
}
