/** Broken replies; none may be taken for a good one. */

import { gzipSync } from "node:zlib";
import { trailersFrame } from "../setup/reply-server.ts";
import {
  base64,
  frame,
  GOOD_BODY,
  GRPC_WEB,
  MESSAGE,
  protocol,
  type ReplyCase,
  reply,
  STATUS_OK,
} from "./case.ts";

export const brokenReplies: ReplyCase[] = [
  ["an empty body", reply([]), protocol(13, /no grpc-status/)],
  ["no trailers", reply([MESSAGE]), protocol(13, /no grpc-status/)],
  [
    "no trailers, and OK in headers",
    reply([MESSAGE], { "grpc-status": "0" }),
    protocol(13, /no grpc-status/),
  ],
  ["trailers without a status", reply([MESSAGE, trailersFrame("a: b\r\n")]), protocol(13, /no grpc-status/)],
  [
    "trailers without a status, and OK in headers",
    reply([MESSAGE, trailersFrame("a: b\r\n")], { "grpc-status": "0" }),
    protocol(13, /no grpc-status/),
  ],
  ["empty trailers", reply([MESSAGE, trailersFrame("")]), protocol(13, /no grpc-status/)],
  [
    "trailers cut short",
    reply([GOOD_BODY.subarray(0, -3)]),
    protocol(13, /inside its trailers: got 12 of 15/),
  ],
  ["a message cut short", reply([GOOD_BODY.subarray(0, 20)]), protocol(13, /inside its message: got 15 of/)],
  ["a frame's header cut short", reply([GOOD_BODY.subarray(0, 3)]), protocol(13, /inside a frame header/)],
  ["trailers that are HTML", reply([MESSAGE, trailersFrame("<html>")]), protocol(13, /without a name/)],
  ["two messages", reply([MESSAGE, GOOD_BODY]), protocol(12, /two messages/)],
  ["a byte behind the trailers", reply([GOOD_BODY, Buffer.of(0)]), protocol(13, /continues after/)],
  ["a message behind the trailers", reply([STATUS_OK, MESSAGE]), protocol(13, /continues after/)],
  ["two trailers", reply([GOOD_BODY, STATUS_OK]), protocol(13, /continues after/)],
  ["a compressed message", reply([frame(1, MESSAGE.subarray(5)), STATUS_OK]), protocol(13, /compressed/)],
  ["compressed trailers", reply([MESSAGE, frame(0x81, STATUS_OK.subarray(5))]), protocol(13, /compressed/)],
  [
    "an encoding that was not asked for",
    reply([frame(1, gzipSync(MESSAGE.subarray(5))), STATUS_OK], { "grpc-encoding": "gzip" }),
    protocol(13, /compressed/),
  ],
  ["flags that nobody knows", reply([frame(2, MESSAGE.subarray(5)), STATUS_OK]), protocol(13, /flags 0x02/)],
  [
    "other flags that nobody knows",
    reply([frame(0x40, MESSAGE.subarray(5)), STATUS_OK]),
    protocol(13, /flags 0x40/),
  ],
  [
    "trailers of 2 MB",
    reply([MESSAGE, frame(0x80, Buffer.alloc(2 ** 21, "a:b\n"))]),
    protocol(13, /trailers are too large/),
  ],
  [
    "text mode that is no base64",
    reply([Buffer.from("AAAA!AAA")], { "content-type": "application/grpc-web-text" }),
    protocol(13, /base64/),
  ],
  [
    "text mode that is binary",
    reply([GOOD_BODY], { "content-type": "application/grpc-web-text" }),
    protocol(13, /base64 is invalid/),
  ],
  [
    "text mode that ends inside a group",
    reply([base64(GOOD_BODY).subarray(0, -1)], { "content-type": "application/grpc-web-text" }),
    protocol(13, /inside a group/),
  ],
  [
    "a connection lost in the middle",
    (_, response) => {
      response.writeHead(200, { "content-type": GRPC_WEB, "content-length": GOOD_BODY.length });
      response.write(GOOD_BODY.subarray(0, 20), () => response.socket!.resetAndDestroy());
    },
    { kind: "proxy-unreachable", code: 14, error: /lost before the reply was complete/ },
  ],
  [
    "a chunked body without its end",
    (_, response) => {
      response.writeHead(200, { "content-type": GRPC_WEB });
      response.write(GOOD_BODY, () => response.socket!.end());
    },
    { kind: "proxy-unreachable", code: 14, error: /lost before the reply was complete/ },
  ],
  [
    "a gzip content-encoding cut short",
    reply([gzipSync(GOOD_BODY).subarray(0, 30)], { "content-encoding": "gzip" }),
    protocol(13, /cut off inside its message/),
  ],
  [
    "a length of 4 GB",
    (_, response) => {
      response.writeHead(200, { "content-type": GRPC_WEB });
      response.end(Buffer.from([0, 0xff, 0xff, 0xff, 0xff, 1, 2, 3]));
    },
    { kind: "too-large", code: 8, error: /4294967295 bytes, above maxReplyBytes/ },
  ],
];
