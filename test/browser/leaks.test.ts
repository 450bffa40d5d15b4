/**
 * Wherever a call ends, and by whatever: no listener stays on the caller's signal, no timer runs on, and the server
 * is left with no open call.
 */

import type { ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { GOOD_BODY, GRPC_WEB, MESSAGE } from "../replies/case.ts";
import { ALIVE, ReplyServer } from "../setup/reply-server.ts";
import { type CountedCall, countedCall, endCall } from "./counted-call.ts";
import { openRealm, type Realm, type RealmName, serveClient } from "./realm.ts";

type Reached = (response: ServerResponse) => void;

/** Larger than what any socket takes at once. */
const LARGE = 30_000_000;

const begin = (response: ServerResponse, bytes: Uint8Array, then: Reached) => {
  response.writeHead(200, { "content-type": GRPC_WEB, "content-length": GOOD_BODY.length });
  response.write(bytes, () => then(response));
};

/** Has the server bring a call to a point and keep it there; `reached` is told. */
const STAGES: Record<string, (reached: Reached) => void> = {
  "while the request is sent"(reached) {
    server.early = (_, response) => reached(response);
  },
  "before the reply"(reached) {
    server.answer = (_, response) => reached(response);
  },
  "inside a frame header"(reached) {
    server.answer = (_, response) => begin(response, GOOD_BODY.subarray(0, 3), reached);
  },
  "inside the message"(reached) {
    server.answer = (_, response) => begin(response, GOOD_BODY.subarray(0, 15), reached);
  },
  "before the trailers"(reached) {
    server.answer = (_, response) => begin(response, MESSAGE, reached);
  },
  "inside an error page"(reached) {
    server.answer = (_, response) => {
      response.writeHead(502, { "content-type": "text/html" });
      response.write("<h1>Bad", () => reached(response));
    };
  },
  "in the second look"(reached) {
    server.documents.delete("/healthz");
    server.answer = ({ url }, response) => {
      if (url === "/healthz") reached(response);
      else response.socket!.destroy();
    };
  },
};

const ENDS: Record<string, object> = {
  abort: { thrown: "AbortError" },
  deadline: { result: { kind: "timeout", code: 4 } },
  reset: { result: { kind: "proxy-unreachable", code: 14 } },
};

let server: ReplyServer;
beforeAll(async () => {
  server = await ReplyServer.start();
  await serveClient(server);
});
afterAll(() => server.close());
afterEach(() => {
  server.early = undefined;
  server.documents.set("/healthz", ALIVE);
});

const places: [RealmName, CountedCall["way"][]][] = [
  ["Node", ["fetch"]],
  ["Chromium", ["fetch", "xhr"]],
];

describe.each(places)("in %s", (name, ways) => {
  let realm: Realm;
  beforeAll(async () => {
    realm = await openRealm(name, server.address);
  });
  afterAll(() => realm?.close());

  describe.each(ways)("by %s", (way) => {
    const call = (size: number) => realm.evaluate(countedCall, { way, address: server.address, size });
    const nothing = { listeners: 0, timers: [] };

    describe.each(Object.keys(STAGES))("%s", (stage) => {
      it.each(Object.keys(ENDS))("%s", async (end) => {
        const reached = new Promise<ServerResponse>((done) => STAGES[stage]!(done));
        const running = call(stage === "while the request is sent" ? LARGE : 3);
        const { req } = await reached;
        if (end === "reset") {
          // Browsers make a call again, by themselves, when a connection that was used before is cut.
          server.early = (_, response) => response.socket!.destroy();
          server.cut();
        } else {
          await realm.evaluate(endCall, end as "abort" | "deadline");
        }
        expect(await running).toMatchObject({ ...ENDS[end], ...nothing });
        // A server that does not read does not see its client hang up.
        req.resume();
        await server.idle();
      });
    });

    it("the second look's own time is up", async () => {
      const reached = new Promise<ServerResponse>((done) => STAGES["in the second look"]!(done));
      const running = call(3);
      await reached;
      await realm.evaluate(endCall, "second look's time");
      expect(await running).toMatchObject({ result: { kind: "proxy-unreachable" }, ...nothing });
      await server.idle();
    });

    it("a whole reply, and a whole failure", async () => {
      server.answerBytes(GOOD_BODY);
      expect(await call(3)).toEqual({ result: "good", ...nothing });
      server.answerBytes(Buffer.alloc(0), { "grpc-status": "14" }, 503);
      expect(await call(3)).toMatchObject({ result: { kind: "worker-down" }, ...nothing });
      await server.idle();
    });

    it("a reply above the limit, of which the rest is not waited for", async () => {
      const length = 2 ** 32;
      server.answer = (_, response) => {
        response.writeHead(200, { "content-type": GRPC_WEB, "content-length": length });
        response.write(Buffer.of(0, 0xff, 0xff, 0xff, 0xff));
      };
      expect(await call(3)).toMatchObject({ result: { kind: "too-large" }, ...nothing });
      await server.idle();
    });

    // What has come of a body is not seen by XMLHttpRequest before its end.
    if (way === "fetch") {
      it("a broken reply, of which the rest is not waited for", async () => {
        server.answer = (_, response) => begin(response, Buffer.of(2, 0, 0, 0, 1), () => {});
        expect(await call(3)).toMatchObject({ result: { kind: "protocol", code: 13 }, ...nothing });
        await server.idle();
      });
    }
  });

  if (ways.includes("xhr")) {
    it("by grpc-web's own transport, a whole reply", async () => {
      server.answerBytes(GOOD_BODY);
      const job = { way: "grpc-web", address: server.address, size: 3 } as const;
      expect(await realm.evaluate(countedCall, job)).toMatchObject({ result: "good", listeners: 0 });
    });
  }
});
