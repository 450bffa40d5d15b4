/**
 * What a request must be before any of its body is read.
 */
import type { IncomingMessage } from "node:http";
import { BINARY_TYPES, Status, TEXT_TYPES } from "../wire/index.ts";
import type { Refusal } from "./refusal.ts";

/** Envoy's filter acts on exactly these, without parameters. */
const CONTENT_TYPES = [...BINARY_TYPES, ...TEXT_TYPES];

export interface CallLimits {
  /** Largest request body, decoded and unpacked, in bytes. */
  maxRequestBytes: number;
  /** Longest call, in milliseconds, also for those that ask for longer. */
  maxTimeoutMs: number;
}

/** The body is base64, going by its content type (of a request) or by `accept` (for the reply). */
export function isTextType(type: string | undefined): boolean {
  return type !== undefined && TEXT_TYPES.includes(type);
}

/** The refusal that a request's headers alone call for, if any. */
export function refuseEarly(request: IncomingMessage, limits: CallLimits): Refusal | undefined {
  const type = request.headers["content-type"] ?? "";
  if (!CONTENT_TYPES.includes(type)) {
    const message = `content-type ${JSON.stringify(type)} is not gRPC-Web: send exactly one of ${CONTENT_TYPES.join(", ")}`;
    return { httpStatus: 415, message };
  }
  const declared = Number(request.headers["content-length"] ?? 0);
  const bytes = isTextType(type) ? Math.floor((declared / 4) * 3) : declared;
  return bytes > limits.maxRequestBytes ? tooLarge(`of ${bytes} bytes`, limits) : undefined;
}

/** `what` follows the word "request". */
export function tooLarge(what: string, { maxRequestBytes }: CallLimits): Refusal {
  const message = `request ${what} is larger than the proxy's limit of ${maxRequestBytes} bytes`;
  return { httpStatus: 413, grpcStatus: Status.RESOURCE_EXHAUSTED, message };
}
