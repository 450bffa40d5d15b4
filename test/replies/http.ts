/** Replies of which HTTP says more than gRPC: Envoy's own, other servers', error pages. */

import { GOOD_BODY, html, protocol, type ReplyCase, reply } from "./case.ts";

/** HTTP status, and the gRPC status that gRPC's own table gives it. */
export const httpCodes: [number, string, number][] = [
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
  [419, "unauthorized", 2],
  [425, "worker-down", 2],
  [426, "refused", 2],
  [429, "queue-full", 14],
  [431, "refused", 2],
  [440, "unauthorized", 2],
  [500, "worker-down", 2],
  [501, "not-grpc-web", 2],
  [502, "worker-down", 14],
  [503, "worker-down", 14],
  [504, "timeout", 14],
  [505, "refused", 2],
  [511, "unauthorized", 2],
  [520, "worker-down", 2],
  [521, "worker-down", 2],
  [522, "worker-down", 2],
  [523, "worker-down", 2],
  [524, "timeout", 2],
  [525, "worker-down", 2],
  [526, "worker-down", 2],
  [527, "worker-down", 2],
  [529, "queue-full", 2],
  [530, "worker-down", 2],
  [561, "unauthorized", 2],
  [598, "timeout", 2],
  [599, "timeout", 2],
  [800, "not-grpc-web", 2],
];

export const httpReplies: ReplyCase[] = [
  ...httpCodes.map(
    ([status, kind, code]): ReplyCase => [
      `HTTP ${status} and a page`,
      reply([html("Some text")], { "content-type": "text/html" }, status),
      { kind, code, httpStatus: status, error: new RegExp(`^HTTP ${status}.*Some text`) },
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
    "a web page from a wrong address",
    reply([html("Welcome")], { "content-type": "text/html; charset=utf-8" }),
    { kind: "not-grpc-web", code: 2, error: /content-type is "text\/html", expected .*: x Welcome$/ },
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
