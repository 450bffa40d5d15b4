/**
 * Cases at which the own transport of grpc-web 2.1.1 fails. Each is run and has to fail: one that an upstream release
 * mends has to leave this list.
 */

import { httpCodes } from "./http.ts";

const TAKEN_FOR_GOOD = [
  "a byte behind the trailers",
  "a message behind the trailers",
  "a status in hexadecimal",
  "a status in hexadecimal that would be UNKNOWN",
  "a status that is empty",
  "another codec",
  "compressed trailers",
  "empty trailers",
  "gRPC's own content-type",
  "no trailers",
  "no trailers, and OK in headers",
  "trailers cut short",
  "trailers of 2 MB",
  "trailers that are HTML",
  "trailers without a status",
  "trailers without a status, and OK in headers",
  "two messages",
  "two trailers",
];

const NEVER_SETTLED = [
  "a broken percent sign in a text",
  "a broken percent sign in a text in headers",
  "a text that is not UTF-8",
];

const GOOD_BUT_REFUSED = [
  "text mode",
  "text mode with padding inside, each frame encoded on its own",
  "text mode with padding inside, each byte encoded on its own and sent one character at a time",
];

/** Told with another code, another kind or without the server's text. */
const TOLD_WRONG = [
  "a chunked body without its end",
  "a compressed message",
  "a connection lost in the middle",
  "a frame's header cut short",
  "a gzip content-encoding cut short",
  "a gateway that fails behind a redirect",
  "a gateway's 408",
  "a gateway's 425",
  "a gateway's 500",
  "a gateway's 500 with INTERNAL",
  "a gateway's 598",
  "a login page of the same origin",
  "a login page that takes a POST",
  "a login page with HTTP 401",
  "a message cut short",
  "a network's 511",
  "a picture",
  "a status in headers and a body that is no reply",
  "a status in headers and HTML",
  "a status in trailers in mixed case",
  "a status in trailers with CR alone",
  "a status that is negative",
  "a status that is no code",
  "a status that is no number",
  "a status that is no number, with a text",
  "a web page from a wrong address",
  "an empty body",
  "Cloudflare's 520",
  "Cloudflare's 524",
  "Cloudflare's 527",
  "Cloudflare's 530",
  "Concurrent requests limit exceeded, HTTP 429",
  "Envoy's 408 with UNKNOWN",
  "Envoy's 413 with UNKNOWN",
  "an encoding that was not asked for",
  "an OK in headers without a message",
  "an OK in trailers without a message",
  "Envoy's 413",
  "Envoy's 429",
  "Envoy's 503",
  "Envoy's 504",
  "Envoy's 504 with its other status",
  "flags that nobody knows",
  "HTTP 204",
  ...httpCodes.filter(([, kind]) => kind !== "refused").map(([status]) => `HTTP ${status} and a page`),
  "nginx's 400 for large headers",
  "nginx's 413",
  "no content-type",
  "Quota exceeded for 'calls', HTTP 429",
  "rate limit exceeded, HTTP 429",
  "other flags that nobody knows",
  "text mode that ends inside a group",
  "text mode that is binary",
  "text mode that is no base64",
  "trailers that are not UTF-8",
  "two statuses",
];

export const grpcWebFailsAt: ReadonlySet<string> = new Set([
  ...TAKEN_FOR_GOOD,
  ...NEVER_SETTLED,
  ...GOOD_BUT_REFUSED,
  ...TOLD_WRONG,
]);
