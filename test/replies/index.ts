/**
 * Replies, good and broken, and what the client must make of each: cases at which one gRPC-Web client or another
 * was seen to fail, and all HTTP codes of connectrpc/conformance.
 */

import { brokenReplies } from "./broken.ts";
import type { ReplyCase } from "./case.ts";
import { gatewayReplies } from "./gateways.ts";
import { goodReplies } from "./good.ts";
import { httpReplies } from "./http.ts";
import { messageReplies } from "./messages.ts";
import { statusReplies } from "./statuses.ts";

export const replyCases: ReplyCase[] = [
  ...goodReplies,
  ...statusReplies,
  ...httpReplies,
  ...gatewayReplies,
  ...brokenReplies,
  ...messageReplies,
];
