/** Good replies in every form that a server or a proxy may give them. */

import { gzipSync } from "node:zlib";
import { type Answer, trailersFrame } from "../setup/reply-server.ts";
import {
  base64,
  GOOD_BODY,
  GOOD_RESULT,
  GRPC_WEB,
  inPieces,
  MESSAGE,
  oneByOne,
  type ReplyCase,
  reply,
  STATUS_OK,
  untilClose,
} from "./case.ts";

const answers: [string, Answer][] = [
  ["a reply", reply([GOOD_BODY])],
  ["a reply one byte at a time", inPieces(oneByOne(GOOD_BODY))],
  ["a reply that ends with its connection", untilClose(GOOD_BODY)],
  ["a content-type without +proto", reply([GOOD_BODY], { "content-type": "application/grpc-web" })],
  ["a content-type with a parameter", reply([GOOD_BODY], { "content-type": `${GRPC_WEB}; charset=utf-8` })],
  ["a content-type in capitals", reply([GOOD_BODY], { "content-type": GRPC_WEB.toUpperCase() })],
  ["trailers as Envoy writes them", reply([MESSAGE, trailersFrame("grpc-status:0\r\ngrpc-message:OK\r\n")])],
  ["trailers in mixed case", reply([MESSAGE, trailersFrame("Grpc-Status: 0\r\ngRPC-Message: \r\n")])],
  ["trailers with CR alone", reply([MESSAGE, trailersFrame("a: b\rgrpc-status: 0\r")])],
  ["trailers with LF alone", reply([MESSAGE, trailersFrame("a: b\ngrpc-status: 0\n")])],
  ["trailers without an end of line", reply([MESSAGE, trailersFrame("grpc-status: 0")])],
  ["a status with blanks around", reply([MESSAGE, trailersFrame("grpc-status:  0  \r\n")])],
  ["a gzip content-encoding", reply([gzipSync(GOOD_BODY)], { "content-encoding": "gzip" })],
  ["text mode", reply([base64(GOOD_BODY)], { "content-type": "application/grpc-web-text+proto" })],
  [
    "text mode with padding inside, each frame encoded on its own",
    reply([base64(MESSAGE), base64(STATUS_OK)], { "content-type": "application/grpc-web-text" }),
  ],
  [
    "text mode with padding inside, each byte encoded on its own and sent one character at a time",
    inPieces(oneByOne(Buffer.concat(oneByOne(GOOD_BODY).map(base64))), {
      "content-type": "application/grpc-web-text",
    }),
  ],
];

export const goodReplies: ReplyCase[] = answers.map(([name, answer]) => [name, answer, GOOD_RESULT]);
