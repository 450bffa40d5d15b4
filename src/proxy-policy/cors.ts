/**
 * The CORS headers of gRPC-Web. The list of exposed headers is what a page needs to read a status that comes in
 * headers; without it a browser hides every error text.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { GRPC_ENCODING, GRPC_MESSAGE, GRPC_STATUS, GRPC_TIMEOUT, X_GRPC_WEB } from "../wire/index.ts";

export const ALLOWED_METHODS = "POST, OPTIONS";
export const ALLOWED_HEADERS = [
  "content-type",
  X_GRPC_WEB,
  "x-user-agent",
  GRPC_TIMEOUT,
  GRPC_ENCODING,
  "authorization",
  // W3C Trace Context, of pages that send it (traceContext).
  "traceparent",
  "tracestate",
];
export const EXPOSED_HEADERS = [
  GRPC_STATUS,
  GRPC_MESSAGE,
  "grpc-status-details-bin",
  "retry-after",
  "www-authenticate",
];
/** How long a browser may remember a preflight, in seconds. */
export const MAX_AGE_SECONDS = 600;

const HEADER_NAMES = /^[\w!#$%&'*+.^`|~-]+(\s*,\s*[\w!#$%&'*+.^`|~-]+)*$/;

/** Puts the headers on a reply that is still to be written; `origin` is the listed origin that asked, if any. */
export function setCorsHeaders(response: ServerResponse, origin: string | undefined): void {
  response.setHeader("vary", "origin");
  if (origin === undefined) return;
  response.setHeader("access-control-allow-origin", origin);
  response.setHeader("access-control-allow-credentials", "true");
  response.setHeader("access-control-expose-headers", EXPOSED_HEADERS.join(", "));
}

/**
 * Answers `OPTIONS`. Whatever header names a listed origin asks for are allowed, beside the usual ones: this
 * proxy is for development, where a new metadata key should not need a restart. Envoy's list is fixed.
 */
export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  const asked = request.headers["access-control-request-headers"] ?? "";
  const names = new Set(ALLOWED_HEADERS);
  if (HEADER_NAMES.test(asked)) for (const name of asked.split(",")) names.add(name.trim().toLowerCase());
  response.writeHead(200, {
    "access-control-allow-methods": ALLOWED_METHODS,
    "access-control-allow-headers": [...names].join(", "),
    "access-control-max-age": String(MAX_AGE_SECONDS),
    "content-length": "0",
  });
  response.end();
}
