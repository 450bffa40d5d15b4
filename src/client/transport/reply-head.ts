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
import { CallFailure } from "./call-failure.ts";
import type { HttpReply } from "./http-reply.ts";
import { kindOfHttp, kindOfStatus } from "./reply-kind.ts";

/** A failure with a gRPC status of its own, in trailers or headers. */
export class StatusFailure extends CallFailure {}

/**
 * @param source headers or trailers, whichever hold the status: its text is not looked for elsewhere
 * @param metadata all that came
 */
export function statusFailure(source: Metadata, httpStatus: number, metadata = source): StatusFailure {
  const told = source[GRPC_STATUS]!.trim();
  const code = parseStatus(told);
  const text = textOf(source[GRPC_MESSAGE] ?? "");
  if (code === Status.UNKNOWN && !/^0*2$/.test(told)) {
    const status = `the reply's grpc-status is ${JSON.stringify(told.slice(0, QUOTED_CHARS))}, not a number from 0 to 16`;
    return new StatusFailure("protocol", code, text ? `${text} (${status})` : status, metadata);
  }
  return new StatusFailure(kindOfStatus(code, text, httpStatus), code, text || statusName(code), metadata);
}

/** The text of a `grpc-message`; what a proxy has compressed, as Envoy does its own errors, is bytes and no text. */
function textOf(message: string): string {
  if (/^%1f%8b|%0[0-7]/i.test(message)) {
    return "the proxy compressed its error text, which can't be read then: turn its compression off for calls";
  }
  return decodeGrpcMessage(message);
}

/** How much of a page in the place of a reply is read, in bytes, and quoted, in characters. */
const READ_BYTES = 16 * 1024;
const QUOTED_CHARS = 200;

/** `: ` and the page that came in the place of a reply, as far as it is read. */
async function quoted({ body }: HttpReply): Promise<string> {
  const page = new TextDecoder().decode(await body.take(READ_BYTES));
  const text = page.replace(/(<[^>]*>|\s)+/g, " ").trim();
  return text === "" ? "" : `: ${text.slice(0, QUOTED_CHARS)}`;
}

/** A reply without a gRPC status: another server, or a proxy that speaks for itself. */
export async function httpFailure(reply: HttpReply): Promise<CallFailure> {
  const { status, statusText, headers } = reply;
  const text = `HTTP ${status} ${statusText}`.trimEnd() + (await quoted(reply));
  return new CallFailure(kindOfHttp(status, text) ?? "not-grpc-web", statusFromHttp(status), text, headers);
}

/** Whether a content type is that of text mode: all frames in base64. */
export function isText(contentType: string | null | undefined): boolean {
  return TEXT_TYPES.includes(bareType(contentType));
}

function bareType(contentType: string | null | undefined): string {
  return (contentType ?? "").split(";")[0]!.trim().toLowerCase();
}

/** @throws CallFailure when a reply with HTTP status 200 isn't gRPC-Web's */
export async function checkContentType(reply: HttpReply): Promise<void> {
  const type = bareType(reply.headers["content-type"]);
  if (BINARY_TYPES.includes(type) || TEXT_TYPES.includes(type)) return;
  const isGrpcWeb = isGrpcWebType(type);
  const text = `the reply's content-type is ${type ? `"${type}"` : "missing"}, expected ${BINARY_TYPE}`;
  throw new CallFailure(
    isGrpcWeb ? "protocol" : "not-grpc-web",
    isGrpcWeb ? Status.INTERNAL : Status.UNKNOWN,
    type.startsWith("text/") ? text + (await quoted(reply)) : text,
  );
}
