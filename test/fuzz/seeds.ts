/** Where the fuzzer starts: a good reply of each form, and every reply that was recorded from a real server. */

import { base64, GOOD_BODY, MESSAGE, STATUS_OK } from "../replies/case.ts";
import { messageFrame, trailersFrame } from "../setup/reply-server.ts";
import { hexToBytes, replies } from "../wire/golden.ts";

/** A head of the target: HTTP 200, and the content type of this place in its list. */
const head = (type: number) => Buffer.of(0, type, 0, 0, 1);
const BINARY = 0;
const TEXT = 2;

export const SEEDS: readonly Uint8Array[] = [
  Buffer.concat([head(BINARY), GOOD_BODY]),
  Buffer.concat([head(TEXT), base64(GOOD_BODY)]),
  Buffer.concat([head(TEXT), base64(MESSAGE), base64(STATUS_OK)]),
  Buffer.concat([head(BINARY), trailersFrame("grpc-status:8\r\ngrpc-message:%E6%BB%A1\r\n")]),
  ...replies
    .filter(({ hex }) => hex !== null)
    .map(({ hex }) => Buffer.concat([head(BINARY), messageFrame(hexToBytes(hex!)), STATUS_OK])),
];
