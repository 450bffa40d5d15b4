/**
 * Which headers cross the proxy. Metadata passes; what belongs to one hop, to the browser or to the proxy's own
 * answer does not.
 */
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import { constants } from "node:http2";
import { PREDICT_PATH, X_GRPC_WEB } from "../wire/index.ts";

/** RFC 9110, 7.6.1, and RFC 9113, 8.2.2: these speak of one connection. */
const HOP_BY_HOP = [
  "connection",
  "keep-alive",
  "proxy-connection",
  "proxy-authenticate",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
  "http2-settings",
  "expect",
];

/**
 * Replaced, or of no use to a worker. Cookies are among them: those of `localhost` belong to every program on
 * the machine, whatever its port.
 */
const REQUEST_ONLY = [
  "host",
  "content-length",
  "content-type",
  "accept",
  "accept-encoding",
  "accept-language",
  "cookie",
  "origin",
  "referer",
  X_GRPC_WEB,
  "cache-control",
  "pragma",
  "dnt",
];

const DROPPED_FROM_REQUEST = new Set([...HOP_BY_HOP, ...REQUEST_ONLY]);
const DROPPED_FROM_REPLY = new Set([...HOP_BY_HOP, "content-length", "content-type", "vary"]);

/** Headers of the gRPC call for those of the gRPC-Web request. */
export function requestHeaders(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const listed = new Set((headers.connection ?? "").split(",").map((name) => name.trim().toLowerCase()));
  const out: OutgoingHttpHeaders = {
    [constants.HTTP2_HEADER_METHOD]: "POST",
    [constants.HTTP2_HEADER_PATH]: PREDICT_PATH,
    te: "trailers",
    "content-type": "application/grpc+proto",
    "grpc-accept-encoding": "identity",
    "user-agent": "mindspore-serving-web-bridge",
  };
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value !== "string" || listed.has(name)) continue;
    if (DROPPED_FROM_REQUEST.has(name) || name.startsWith("sec-") || name.startsWith("access-control-"))
      continue;
    out[name] = value;
  }
  return out;
}

/** Headers of the gRPC-Web reply for those of the worker's, without the content type. */
export function replyHeaders(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const out: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || name.startsWith(":") || name.startsWith("access-control-")) continue;
    if (!DROPPED_FROM_REPLY.has(name)) out[name] = value;
  }
  return out;
}

/** The worker's trailers, one pair each, from the flat list of names and values that `node:http2` gives. */
export function trailerPairs(raw: readonly string[]): [name: string, value: string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) {
    // node:http2 reads header bytes as latin1; a text that was UTF-8 must leave as the same bytes.
    pairs.push([raw[i]!, Buffer.from(raw[i + 1]!, "latin1").toString()]);
  }
  return pairs;
}
