/** Replies of which HTTP says more than gRPC: Envoy's own, other servers', error pages. */

import { GOOD_BODY, html, protocol, type ReplyCase, reply } from "./case.ts";

/** HTTP status, and the gRPC status that gRPC's own table gives it. */
const httpCodes: [number, string, number][] = [
  [400, "not-grpc-web", 13],
  [401, "unauthorized", 16],
  [403, "unauthorized", 7],
  [404, "not-grpc-web", 12],
  [405, "not-grpc-web", 2],
  [409, "not-grpc-web", 2],
  [412, "not-grpc-web", 2],
  [413, "too-large", 2],
  [415, "not-grpc-web", 2],
  [418, "not-grpc-web", 2],
  [429, "queue-full", 14],
  [431, "not-grpc-web", 2],
  [500, "not-grpc-web", 2],
  [502, "worker-down", 14],
  [503, "worker-down", 14],
  [504, "timeout", 14],
  [505, "not-grpc-web", 2],
  [800, "not-grpc-web", 2],
];

export const httpReplies: ReplyCase[] = [
  ...httpCodes.map(
    ([status, kind, code]): ReplyCase => [
      `HTTP ${status} and a page`,
      reply([html("Some text")], { "content-type": "text/html" }, status),
      { kind, code, error: new RegExp(`^HTTP ${status}.*Some text`) },
    ],
  ),
  ["HTTP 503 without a body", reply([], {}, 503), { kind: "worker-down", code: 14, error: /^HTTP 503/ }],
  ["HTTP 204", reply([], {}, 204), { kind: "not-grpc-web", code: 2, error: /^HTTP 204/ }],
  [
    "HTTP 503 with a whole good reply",
    reply([GOOD_BODY], { "grpc-status": "0" }, 503),
    { kind: "worker-down", code: 14 },
  ],
  [
    "Envoy's 503",
    reply([], { "grpc-status": "14", "grpc-message": "no healthy upstream" }, 503),
    { kind: "worker-down", code: 14, error: "no healthy upstream" },
  ],
  [
    "Envoy's 503, percent-encoded",
    reply(
      [],
      {
        "grpc-status": "14",
        "grpc-message":
          "upstream connect error or disconnect/reset before headers. reset reason: remote connection failure, transport failure reason: delayed connect error: Connection refused %28111%29",
      },
      503,
    ),
    { kind: "worker-down", code: 14, error: /Connection refused \(111\)$/ },
  ],
  [
    "Envoy's 504",
    reply([], { "grpc-status": "4", "grpc-message": "stream timeout" }, 504),
    { kind: "timeout", code: 4, error: "stream timeout" },
  ],
  [
    "Envoy's 504 with its other status",
    reply([], { "grpc-status": "14", "grpc-message": "upstream request timeout" }, 504),
    { kind: "timeout", code: 14, error: "upstream request timeout" },
  ],
  [
    "Envoy's 413",
    reply([], { "grpc-status": "8", "grpc-message": "Payload Too Large" }, 413),
    { kind: "too-large", code: 8, error: "Payload Too Large" },
  ],
  [
    "Envoy's 429",
    reply([], { "grpc-status": "14", "grpc-message": "local_rate_limited" }, 429),
    { kind: "queue-full", code: 14, error: "local_rate_limited" },
  ],
  [
    "a web page from a wrong address",
    reply([html("Welcome")], { "content-type": "text/html; charset=utf-8" }),
    { kind: "not-grpc-web", code: 2, error: /content-type is "text\/html"/ },
  ],
  [
    "a log-in page behind a redirect",
    (seen, response) =>
      seen.url === "/login"
        ? response.writeHead(200, { "content-type": "text/html" }).end(html("Log in"))
        : response.writeHead(302, { location: "/login" }).end(),
    { kind: "not-grpc-web", code: 2, error: /content-type is "text\/html"/ },
  ],
  ["a picture", reply([GOOD_BODY], { "content-type": "image/jpeg" }), { kind: "not-grpc-web", code: 2 }],
  [
    "gRPC's own content-type",
    reply([GOOD_BODY], { "content-type": "application/grpc" }),
    { kind: "not-grpc-web", code: 2 },
  ],
  [
    "another codec",
    reply([GOOD_BODY], { "content-type": "application/grpc-web+json" }),
    protocol(13, /\+json/),
  ],
  [
    "no content-type",
    (_, response) => response.writeHead(200).end(GOOD_BODY),
    { kind: "not-grpc-web", code: 2, error: /content-type is missing/ },
  ],
];
