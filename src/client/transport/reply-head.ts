/** What a reply's head says: HTTP status, content type, and a gRPC status that came in the headers. */

import {
  BINARY_TYPE,
  BINARY_TYPES,
  decodeGrpcMessage,
  GRPC_MESSAGE,
  GRPC_STATUS,
  isGrpcWebType,
  type Metadata,
  parseStatus,
  Status,
  statusFromHttp,
  statusName,
  TEXT_TYPES,
} from "../../wire/index.ts";
import type { ErrorKind } from "../errors/error-kinds.ts";
import { CallFailure } from "./call-failure.ts";
import type { RpcError } from "./grpc-web.ts";
import type { HttpReply } from "./http-reply.ts";

/** A failure with a gRPC status of its own, in trailers or headers. */
export class StatusFailure extends CallFailure {}

/**
 * @param source headers or trailers, whichever hold the status: its text is not looked for elsewhere
 * @param metadata all that came
 */
export function statusFailure(source: Metadata, httpStatus: number, metadata = source): StatusFailure {
  const code = parseStatus(source[GRPC_STATUS]!);
  const text = decodeGrpcMessage(source[GRPC_MESSAGE] ?? "");
  return new StatusFailure(kindOfStatus(code, text, httpStatus), code, text || statusName(code), metadata);
}

/** The kind of a failed call, from its gRPC status, its text, and the HTTP status where that says more. */
function kindOfStatus(code: number, text: string, httpStatus = 200): ErrorKind {
  switch (code) {
    case Status.CANCELLED:
      return "cancelled";
    case Status.DEADLINE_EXCEEDED:
      return "timeout";
    case Status.RESOURCE_EXHAUSTED:
      return httpStatus === 413 || /larger than max|too large|exceed/i.test(text)
        ? "too-large"
        : "queue-full";
    case Status.PERMISSION_DENIED:
    case Status.UNAUTHENTICATED:
      return "unauthorized";
    case Status.UNIMPLEMENTED:
      return "not-grpc-web";
    case Status.UNAVAILABLE:
      if (httpStatus === 429) return "queue-full";
      return httpStatus === 504 || /upstream request timeout/i.test(text) ? "timeout" : "worker-down";
    default:
      return "protocol";
  }
}

/** The kind of a call's failure: one of another class is grpc-web's own, or made by an interceptor of the caller's. */
export function kindOfFailure(error: RpcError): ErrorKind {
  return error instanceof CallFailure ? error.kind : kindOfStatus(error.code, error.message);
}

/** How much of a page in the place of a reply is read, in bytes, and quoted, in characters. */
const READ_BYTES = 16 * 1024;
const QUOTED_CHARS = 200;

/** A reply without a gRPC status: another server, or a proxy that speaks for itself. */
export async function httpFailure({ status, statusText, headers, body }: HttpReply): Promise<CallFailure> {
  const page = new TextDecoder().decode(await body.take(READ_BYTES));
  const text = page.replace(/(<[^>]*>|\s)+/g, " ").trim();
  const kinds: Record<number, ErrorKind> = {
    401: "unauthorized",
    403: "unauthorized",
    413: "too-large",
    429: "queue-full",
    502: "worker-down",
    503: "worker-down",
    504: "timeout",
  };
  const kind = kinds[status] ?? "not-grpc-web";
  const quoted = text === "" ? "" : `: ${text.slice(0, QUOTED_CHARS)}`;
  const line = `HTTP ${status} ${statusText}`.trimEnd();
  return new CallFailure(kind, statusFromHttp(status), `${line}${quoted}`, headers);
}

/** Whether a content type is that of text mode: all frames in base64. */
export function isText(contentType: string | null | undefined): boolean {
  return TEXT_TYPES.includes(bareType(contentType));
}

function bareType(contentType: string | null | undefined): string {
  return (contentType ?? "").split(";")[0]!.trim().toLowerCase();
}

/** @throws CallFailure when a reply with HTTP status 200 isn't gRPC-Web's */
export function checkContentType(headers: Metadata): void {
  const type = bareType(headers["content-type"]);
  if (BINARY_TYPES.includes(type) || TEXT_TYPES.includes(type)) return;
  const isGrpcWeb = isGrpcWebType(type);
  throw new CallFailure(
    isGrpcWeb ? "protocol" : "not-grpc-web",
    isGrpcWeb ? Status.INTERNAL : Status.UNKNOWN,
    `the reply's content-type is ${type ? `"${type}"` : "missing"}, expected ${BINARY_TYPE}`,
  );
}
