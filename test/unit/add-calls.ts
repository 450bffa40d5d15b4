/** What the tests of one client's calls start from: a server that answers as the test says, and its client. */

import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { Client, type ClientOptions, tensor } from "../../src/client/index.ts";
import { forgetServables } from "../../src/client/serving/known-servables.ts";
import { forgetAddresses } from "../../src/client/serving/release.ts";
import { FRAME_HEADER_BYTES } from "../../src/wire/frame.ts";
import { encodeInput } from "../../src/wire/input.ts";
import type { PredictReply } from "../../src/wire/message.ts";
import { decodeRequest } from "../../src/wire/request.ts";
import { ReplyServer } from "../setup/reply-server.ts";

export const y = new Map([["y", encodeInput(tensor([2, 2]))]]);
export const good: PredictReply = { instances: [y], errors: [] };
export const noInstances = (text: string): PredictReply => ({ instances: [], errors: [{ code: 1, text }] });

/** What `grpc-timeout` says with a timeout of 5 s: what is left of it when the request leaves. */
export const LEFT_OF_5_S = expect.stringMatching(/^(4\d{3}|5000)m$/);

/** Starts a server for the tests of a file; `take` is given it before the first. */
export function withReplyServer(take: (server: ReplyServer) => void) {
  let server: ReplyServer;
  beforeAll(async () => {
    server = await ReplyServer.start();
    take(server);
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.requests.length = 0;
    forgetAddresses();
    forgetServables();
  });
  return {
    /** Takes also what the types forbid. */
    client: (options: object = {}) =>
      new Client(server.address, "add", "add_common", options as ClientOptions),
    /** The request of call `i`; `field` tells the instances of 1.5 from those of before. */
    request: (field: 2 | 3, i = 0) =>
      decodeRequest(server.requests[i]!.body.subarray(FRAME_HEADER_BYTES), field),
  };
}
