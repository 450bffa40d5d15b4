/**
 * What stands between a page and Serving and speaks for itself: login pages, gateways, rate limits. Every case is named
 * in a row of docs/deploy.md, "When it does not work" (test/docs/does-not-work.test.ts).
 */

import type { OutgoingHttpHeaders } from "node:http";
import type { Answer } from "../setup/reply-server.ts";
import { type Failure, html, type ReplyCase, refused, reply } from "./case.ts";

/** A gateway's own page. */
const page = (status: number, text: string, headers: OutgoingHttpHeaders = {}) =>
  reply([html(text)], { "content-type": "text/html", ...headers }, status);

/** A status of gRPC in headers, as Envoy's filter grpc_web makes one of an answer of Envoy's own. */
const told = (grpcStatus: number | string, text: string, httpStatus = 200) =>
  reply([], { "grpc-status": grpcStatus, "grpc-message": text }, httpStatus);

/** The call itself is redirected; what is asked for there has this answer. */
const redirect =
  (status: number, location: string, there: Answer): Answer =>
  (seen, response, raw) =>
    seen.url === location ? there(seen, response, raw) : response.writeHead(status, { location }).end();

const login = page(200, "Sign in");

const SIGN_IN = /^The call was redirected.*sign in again and reload the page/;
const MAY_PASS = /^A gateway .* failed, which may pass/;
const OWN_LIMIT = /a gateway's limit, not Serving's\. .*client_max_body_size/;
const HEADERS = /^Cookies and metadata together are more.*Clear this site's cookies/;
const HTTP_1_1 = /proxy_http_version 1\.1/;
const FEWER_CALLS = /fewer calls at once/;
const RAISE_TIMEOUT = /^No answer within the time allowed/;

const failed = (
  kind: string,
  code: number,
  error: string | RegExp,
  more: Partial<Failure> = {},
): Failure => ({
  kind,
  code,
  error,
  ...more,
});

const loggedOut = (more: Partial<Failure> = {}) =>
  failed("unauthorized", 16, /redirected the call to http:\/\/127\.0\.0\.1:\d+\/login: /, {
    redirectedTo: /^http:\/\/127\.0\.0\.1:\d+\/login$/,
    hint: SIGN_IN,
    ...more,
  });

export const gatewayReplies: ReplyCase[] = [
  [
    "a login page of the same origin",
    redirect(302, "/login?to=%2Fphotos", page(200, "Sign in")),
    loggedOut(),
  ],
  ["a login page that takes a POST", redirect(307, "/login", login), loggedOut({ error: /: x Sign in$/ })],
  [
    "a login page with HTTP 401",
    redirect(303, "/login", page(401, "Sign in")),
    loggedOut({ httpStatus: 401, error: /: HTTP 401 Unauthorized: x Sign in$/ }),
  ],
  [
    "a gateway that fails behind a redirect",
    redirect(302, "/error", page(503, "Down")),
    failed("worker-down", 14, /^HTTP 503/),
  ],
  [
    "nginx's 413",
    page(413, "413 Request Entity Too Large"),
    failed("too-large", 2, /^HTTP 413/, { httpStatus: 413, hint: OWN_LIMIT }),
  ],
  [
    "Envoy's 413",
    told(8, "Payload Too Large", 413),
    failed("too-large", 8, "Payload Too Large", { hint: OWN_LIMIT }),
  ],
  [
    "Envoy's 413 with UNKNOWN",
    told(2, "Payload Too Large", 413),
    failed("too-large", 2, "Payload Too Large", { httpStatus: 413, hint: OWN_LIMIT }),
  ],
  [
    "a size limit that is Serving's",
    told(8, "Received message larger than max (115343393 vs. 104857600)"),
    failed("too-large", 8, /^Received message larger/, { hint: /max_msg_mb_size/ }),
  ],
  [
    "Envoy's 408 with UNKNOWN",
    told(2, "request timeout", 408),
    failed("timeout", 2, "request timeout", { hint: /stopped waiting for the upload/ }),
  ],
  [
    "a gateway's 408",
    page(408, "Request Time-out"),
    failed("timeout", 2, /^HTTP 408/, { hint: /the upload/ }),
  ],
  [
    "Cloudflare's 524",
    page(524, "A timeout occurred"),
    failed("timeout", 2, /^HTTP 524/, { hint: RAISE_TIMEOUT }),
  ],
  [
    "a gateway's 598",
    page(598, "Network read timeout"),
    failed("timeout", 2, /^HTTP 598/, { hint: RAISE_TIMEOUT }),
  ],
  ["a gateway's 425", page(425, "Too Early"), failed("worker-down", 2, /^HTTP 425/, { hint: MAY_PASS })],
  ["a gateway's 500", page(500, "Oops"), failed("worker-down", 2, /^HTTP 500.*Oops/, { hint: MAY_PASS })],
  ["Cloudflare's 520", page(520, "Unknown error"), failed("worker-down", 2, /^HTTP 520/, { hint: MAY_PASS })],
  ["Cloudflare's 527", page(527, "Railgun"), failed("worker-down", 2, /^HTTP 527/, { hint: MAY_PASS })],
  [
    "a gateway's 500 with INTERNAL",
    told(13, "internal error", 500),
    failed("worker-down", 13, "internal error", { hint: MAY_PASS }),
  ],
  [
    "Cloudflare's 530",
    page(530, "The origin has been unregistered"),
    failed("worker-down", 2, /^HTTP 530/, { hint: /Start Serving/ }),
  ],
  [
    "nginx's 426",
    reply([Buffer.from("Upgrade Required")], { "content-type": "text/plain" }, 426),
    failed("refused", 2, /^HTTP 426 .*: Upgrade Required$/, { hint: HTTP_1_1 }),
  ],
  ["a gateway's 431", page(431, "Too large"), failed("refused", 2, /^HTTP 431/, { hint: HEADERS })],
  [
    "nginx's 400 for large headers",
    page(400, "400 Bad Request</h1>Request Header Or Cookie Too Large"),
    failed("refused", 13, /Cookie Too Large/, { hint: HEADERS }),
  ],
  [
    "a gRPC server's own limit for headers",
    told(8, "received initial metadata size exceeds limit"),
    failed("refused", 8, /^received initial metadata/, { hint: HEADERS }),
  ],
  [
    "a network's 511",
    page(511, "Log in to the hotel's network"),
    failed("unauthorized", 2, /^HTTP 511/, { hint: /^This network wants you to sign in/ }),
  ],
  ...["rate limit exceeded", "Quota exceeded for 'calls'", "Concurrent requests limit exceeded"].flatMap(
    (text): ReplyCase[] => [
      [`${text}, gRPC status 8`, told(8, text), failed("queue-full", 8, text, { hint: FEWER_CALLS })],
      [`${text}, HTTP 429`, told(8, text, 429), failed("queue-full", 8, text, { hint: FEWER_CALLS })],
    ],
  ),
  [
    "Envoy's 429",
    told(14, "local_rate_limited", 429),
    failed("queue-full", 14, "local_rate_limited", { httpStatus: 429, hint: FEWER_CALLS }),
  ],
  [
    "Envoy's rate limit behind grpc_web",
    told(14, "local_rate_limited"),
    failed("queue-full", 14, "local_rate_limited", { hint: FEWER_CALLS }),
  ],
  ...[3, 9, 13].map(
    (code): ReplyCase => [
      `a proxy's own gRPC status ${code}`,
      told(code, "blocked by policy 7"),
      { ...refused(code, "blocked by policy 7"), hint: /refused the call; its text says why/ },
    ],
  ),
  [
    "a text that the proxy compressed",
    told(14, "%1F%8B%08%00%00%00%00%00%00%03%CB%CB%57%C8%48%4D%CC%29%A9", 503),
    failed("worker-down", 14, /^the proxy compressed its error text.*turn its compression off/),
  ],
];
