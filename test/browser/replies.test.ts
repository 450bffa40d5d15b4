/** What the client makes of good and broken replies from a real socket: in Node and Chromium, by each way of sending. */

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CallError } from "../../src/client/index.ts";
import { type Failure, GOOD_BODY, GOOD_RESULT, inPieces, untilClose } from "../replies/case.ts";
import { grpcWebFailsAt } from "../replies/grpc-web.ts";
import { replyCases } from "../replies/index.ts";
import { ReplyServer } from "../setup/reply-server.ts";
import { makeCall, type Way } from "./call.ts";
import { openRealm, type Realm, type RealmName, serveClient } from "./realm.ts";

let server: ReplyServer;
beforeAll(async () => {
  server = await ReplyServer.start();
  await serveClient(server);
});
afterAll(() => server.close());

it("the list of grpc-web's failures names cases that there are", () => {
  const names = replyCases.map(([name]) => name);
  expect([...grpcWebFailsAt].filter((name) => !names.includes(name))).toEqual([]);
});

/** What only the library's own transport sees. */
function expectMore(result: CallError, hint = /./, { httpStatus, redirectedTo }: Partial<Failure>): void {
  expect(result.hint.en).toMatch(hint);
  expect(result.hint.zh).not.toBe("");
  if (httpStatus !== undefined) expect(result.httpStatus).toBe(httpStatus);
  if (redirectedTo) expect(result.redirectedTo).toMatch(redirectedTo);
  else expect(result.redirectedTo).toBeUndefined();
}

const places: [RealmName, Way[]][] = [
  ["Node", ["fetch"]],
  ["Chromium", ["fetch", "xhr", "grpc-web"]],
];

describe.each(places)("in %s", (name, ways) => {
  let realm: Realm;
  beforeAll(async () => {
    realm = await openRealm(name, server.address);
  });
  afterAll(() => realm?.close());

  describe.each(ways)("by %s", (way) => {
    const call = () =>
      realm.evaluate(makeCall, {
        way,
        address: server.address,
        maxReplyBytes: 2 ** 26,
        ...(way === "grpc-web" ? { settleMs: 2000 } : {}),
      });

    for (const [title, answer, expected] of replyCases) {
      const run = way === "grpc-web" && grpcWebFailsAt.has(title) ? it.fails : it;
      run(title, async () => {
        server.answer = answer;
        const { result } = await call();
        if (Array.isArray(expected)) return expect(result).toEqual(expected);
        const { kind, code, error, hint, ...more } = expected;
        expect(result).toMatchObject({ kind, code });
        if (way !== "grpc-web") expectMore(result as CallError, hint, more);
        // A text is the server's, an expression this client's own words.
        if (typeof error === "string") expect(result).toMatchObject({ error });
        else if (error && way !== "grpc-web")
          expect(result).toMatchObject({ error: expect.stringMatching(error) });
      });
    }

    it("a reply in two pieces, cut at any byte", async () => {
      for (let cut = 1; cut < GOOD_BODY.length; cut++) {
        server.answer = inPieces([GOOD_BODY.subarray(0, cut), GOOD_BODY.subarray(cut)]);
        expect((await call()).result, `cut at ${cut}`).toEqual(GOOD_RESULT);
      }
    });

    const run = way === "grpc-web" ? it.fails : it;
    run("a reply that ends with its connection at any byte but the last", async () => {
      for (let length = 0; length < GOOD_BODY.length; length++) {
        server.answer = untilClose(GOOD_BODY.subarray(0, length));
        expect((await call()).result, `after ${length} bytes`).toMatchObject({ kind: "protocol", code: 13 });
      }
    });
  });
});
