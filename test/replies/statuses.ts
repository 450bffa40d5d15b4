/** A gRPC status in every place and spelling. */

import { trailersFrame } from "../setup/reply-server.ts";
import {
  type Failure,
  frame,
  html,
  MESSAGE,
  protocol,
  type ReplyCase,
  refused,
  reply,
  STATUS_OK,
} from "./case.ts";

const busy = { "grpc-status": "8", "grpc-message": "%E6%BB%A1" };
const full: Failure = { kind: "queue-full", code: 8, error: "满" };
const failing = (text: string) => reply([trailersFrame(text)]);

const NO_STATUS = [
  ["a status that is no number", "abc"],
  ["a status that is no code", "17"],
  ["a status that is negative", "-1"],
  ["a status that is empty", ""],
  ["a status in hexadecimal", "0x0"],
  ["a status in hexadecimal that would be UNKNOWN", "0x2"],
] as const;

const places: ReplyCase[] = [
  ["a status in trailers", failing("grpc-status: 8\r\ngrpc-message: %E6%BB%A1\r\n"), full],
  ["a status in trailers as Envoy writes them", failing("grpc-status:8\r\ngrpc-message:%E6%BB%A1\r\n"), full],
  ["a status in trailers in mixed case", failing("Grpc-Status: 8\r\nGRPC-Message: %E6%BB%A1\r\n"), full],
  ["a status in trailers with CR alone", failing("grpc-status: 8\rgrpc-message: %E6%BB%A1\r"), full],
  [
    "a status in trailers behind a message",
    reply([MESSAGE, trailersFrame("grpc-status: 8\r\ngrpc-message: %E6%BB%A1\r\n")]),
    full,
  ],
  ["a status in headers", reply([], busy), full],
  ["a status in headers and an empty trailers frame", reply([trailersFrame("")], busy), full],
  ["a status in headers and a body that is no reply", reply([html("full")], busy), full],
  ["a status in headers and HTML", reply([html("full")], { ...busy, "content-type": "text/html" }), full],
  ["a status in headers and a message", reply([MESSAGE], busy), full],
  [
    "a status in the body goes before one in headers",
    reply([trailersFrame("grpc-status: 9\r\ngrpc-message: body\r\n")], busy),
    refused(9, "body"),
  ],
  [
    "a text of line breaks and astral characters",
    failing("grpc-status: 13\r\ngrpc-message: %0Aa%0D%0A%F0%9F%98%80%25%41\r\n"),
    refused(13, "\na\r\n😀%A"),
  ],
  [
    "a broken percent sign in a text",
    failing("grpc-status: 13\r\ngrpc-message: 100% of %zz %4\r\n"),
    refused(13, "100% of %zz %4"),
  ],
  [
    "a broken percent sign in a text in headers",
    reply([], { "grpc-status": "13", "grpc-message": "100% of %zz %4" }),
    refused(13, "100% of %zz %4"),
  ],
  [
    "a text that is not UTF-8",
    failing("grpc-status: 13\r\ngrpc-message: a%FFb\r\n"),
    refused(13, "a\ufffdb"),
  ],
  [
    "trailers that are not UTF-8",
    reply([frame(0x80, Buffer.from("grpc-status: 13\r\ngrpc-message: a\xffb\r\n", "latin1"))]),
    refused(13, "a\ufffdb"),
  ],
  [
    "a text of 100,000 characters",
    failing(`grpc-status: 13\r\ngrpc-message: ${"long ".repeat(20_000)}end\r\n`),
    refused(13, /^(long ){20000}end$/),
  ],
  ...NO_STATUS.map(
    ([name, status]): ReplyCase => [
      name,
      reply([MESSAGE, trailersFrame(`grpc-status: ${status}\r\n`)]),
      protocol(2, new RegExp(`^the reply's grpc-status is "${status}", not a number from 0 to 16$`)),
    ],
  ),
  [
    "a status that is no number, with a text",
    failing("grpc-status: abc\r\ngrpc-message: no%20licence\r\n"),
    protocol(2, /^no licence \(the reply's grpc-status is "abc", not a number from 0 to 16\)$/),
  ],
  [
    "two statuses",
    reply([MESSAGE, trailersFrame("grpc-status: 0\r\ngrpc-status: 13\r\n")]),
    protocol(2, /"0, 13", not a number/),
  ],
  ["an OK in trailers without a message", reply([STATUS_OK]), protocol(12)],
  ["an OK in headers without a message", reply([], { "grpc-status": "0" }), protocol(12)],
];

const kinds: Record<number, [kind: string, code: number]> = {
  1: ["cancelled", 1],
  4: ["timeout", 4],
  7: ["unauthorized", 7],
  8: ["queue-full", 8],
  12: ["not-grpc-web", 12],
  14: ["worker-down", 14],
  16: ["unauthorized", 16],
};

const codes = Array.from({ length: 16 }, (_, i) => i + 1).map(
  (code): ReplyCase => [
    `gRPC status ${code}`,
    failing(`grpc-status: ${code}\r\ngrpc-message: why\r\n`),
    { kind: kinds[code]?.[0] ?? "refused", code, error: "why" },
  ],
);

export const statusReplies: ReplyCase[] = [...places, ...codes];
