/** A unary call's reply, head and body together: what it says, or what it failed of. */

import { emptyMetadata, GRPC_STATUS, type Metadata, parseStatus, Status } from "../../wire/index.ts";
import { CallFailure } from "./call-failure.ts";
import type { HttpReply } from "./http-reply.ts";
import { redirected } from "./redirected.ts";
import { checkContentType, httpFailure, isText, StatusFailure, statusFailure } from "./reply-head.ts";
import { type ReplyBody, readReplyBody } from "./reply-reader.ts";
import { TextSource } from "./text-source.ts";
import { hiddenStatus, isForeign } from "./unreachable.ts";

export interface UnaryReply {
  message: Uint8Array;
  headers: Metadata;
  trailers: Metadata;
}

/** @throws CallFailure for every reply that is not one message and an `OK` */
export async function readReply(
  reply: HttpReply,
  { url, maxReplyBytes }: { url: string; maxReplyBytes: number },
): Promise<UnaryReply> {
  const { status, headers, body, redirectedTo } = reply;
  // An error may come in the headers alone: from the worker ("trailers-only") or from the proxy, whose HTTP status
  // then tells it too. The gRPC status wins, since it says more.
  const told = headers[GRPC_STATUS];
  const failed = told !== undefined && parseStatus(told) !== Status.OK;
  const headFailure = failed ? statusFailure(headers, status) : undefined;
  try {
    if (status !== 200) throw headFailure ?? (await httpFailure(reply));
    await checkContentType(reply);
    const source = isText(headers["content-type"]) ? new TextSource(body) : body;
    return checked(await readReplyBody(source, maxReplyBytes), headers, url);
  } catch (error) {
    await body.cancel();
    // Trailers in the body win over the headers; a broken body doesn't.
    const failure = error instanceof StatusFailure ? error : (headFailure ?? error);
    if (failure instanceof CallFailure) {
      if (status !== 200) failure.httpStatus = status;
      if (redirectedTo && isNotServing(failure)) throw redirected(url, redirectedTo, failure);
    }
    throw failure;
  }
}

/** Whether it tells of somebody else than a proxy, such as a login page. */
function isNotServing({ kind }: CallFailure): boolean {
  return kind === "not-grpc-web" || kind === "unauthorized";
}

function checked({ message, trailers }: ReplyBody, headers: Metadata, url: string): UnaryReply {
  const source = trailers?.[GRPC_STATUS] === undefined ? headers : trailers;
  const status = source[GRPC_STATUS];
  if (status === undefined) {
    if (!message && !trailers && isForeign(url)) throw hiddenStatus(url);
    throw new CallFailure("protocol", Status.INTERNAL, NO_STATUS);
  }
  if (parseStatus(status) !== Status.OK) {
    throw statusFailure(source, 200, Object.assign(emptyMetadata(), headers, trailers));
  }
  if (!message) throw new CallFailure("protocol", Status.UNIMPLEMENTED, "the reply has no message");
  // Headers come before the message, so an `OK` there says nothing of what came of it.
  if (source !== trailers) throw new CallFailure("protocol", Status.INTERNAL, NO_STATUS);
  return { message, headers, trailers };
}

const NO_STATUS = "the reply has no grpc-status after its message: it is cut off or not gRPC";
