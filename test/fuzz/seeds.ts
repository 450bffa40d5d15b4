/** Where the fuzzer starts: a good reply of each form, and every reply that was recorded from a real server. */

import { readFileSync } from "node:fs";
import { base64, GOOD_BODY, MESSAGE, STATUS_OK } from "../replies/case.ts";
import { messageFrame, trailersFrame } from "../setup/reply-server.ts";

/** As test/wire/golden.ts has them, which only Vite can load. */
const { entries } = JSON.parse(readFileSync("test/wire/golden.json", "utf8")) as {
  entries: { kind: "request" | "reply"; hex: string }[];
};

/** A head of the target: HTTP 200, and the content type of this place in its list. */
const head = (type: number) => Buffer.of(0, type, 0, 0, 1);
const BINARY = 0;
const TEXT = 2;

export const SEEDS: readonly Uint8Array[] = [
  Buffer.concat([head(BINARY), GOOD_BODY]),
  Buffer.concat([head(TEXT), base64(GOOD_BODY)]),
  Buffer.concat([head(TEXT), base64(MESSAGE), base64(STATUS_OK)]),
  Buffer.concat([head(BINARY), trailersFrame("grpc-status:8\r\ngrpc-message:%E6%BB%A1\r\n")]),
  ...entries
    .filter(({ kind }) => kind === "reply")
    .map(({ hex }) => Buffer.concat([head(BINARY), messageFrame(Buffer.from(hex, "hex")), STATUS_OK])),
];
