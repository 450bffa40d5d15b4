/** The client's ways of sending, against a real HTTP server: in a page and a worker of Chromium, in Firefox and WebKit. */

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Progress } from "../../src/client/index.ts";
import { tensor } from "../../src/client/index.ts";
import { FRAME_HEADER_BYTES } from "../../src/client/wire/frame.ts";
import { encodeInput } from "../../src/client/wire/input.ts";
import type { PredictReply } from "../../src/client/wire/message.ts";
import { decodeRequest } from "../../src/client/wire/request.ts";
import { goodBody, ReplyServer, trailersFrame } from "../setup/reply-server.ts";
import { firefoxPath, openRealm, type Realm, type RealmName, serveClient } from "./realm.ts";
import { webKitMissing } from "./webkit.ts";

let server: ReplyServer;
beforeAll(async () => {
  server = await ReplyServer.start();
  await serveClient(server);
});
afterAll(() => server.close());
beforeEach(() => {
  server.requests.length = 0;
});

const good: PredictReply = { instances: [new Map([["y", encodeInput(tensor([2, 2]))]])], errors: [] };

type Way = "fetch" | "xhr" | "grpc-web";

interface Job {
  way: Way;
  address?: string;
  /** Bytes of a File to send. */
  size?: number;
  timeoutMs?: number;
  abortAfterMs?: number;
  maxReplyBytes?: number;
}

/** One call in a realm; its result as text, so that tensors arrive readable. */
async function makeCall({ way, address = "", size = 3, timeoutMs, abortAfterMs, maxReplyBytes }: Job) {
  const { Client } = globalThis.serving;
  const client = new Client(address, "add", "add_common", {
    transport: way === "grpc-web" ? "grpc-web" : "fetch",
    ...(maxReplyBytes === undefined ? {} : { maxReplyBytes }),
  });
  const progress: Progress[] = [];
  const controller = new AbortController();
  if (abortAfterMs !== undefined) setTimeout(() => controller.abort(), abortAfterMs);
  try {
    const result = await client.infer(
      { image: new File([new Uint8Array(size).fill(7)], "a.jpg") },
      {
        signal: controller.signal,
        ...(way === "xhr" ? { onProgress: (step: Progress) => progress.push(step) } : {}),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
      },
    );
    const shown = Array.isArray(result)
      ? result.map((o) => Object.entries(o).map(([k, v]) => `${k}: ${v}`))
      : result;
    return { result: shown as unknown, progress };
  } catch (error) {
    return { thrown: (error as Error).name, message: (error as Error).message, progress };
  }
}

/** What is missing for a realm, if anything is. */
const realms: [RealmName, missing?: string][] = [
  ["Chromium"],
  ["a worker in Chromium"],
  ["Firefox", firefoxPath || process.env.CI ? "" : "no Firefox here; install it, or set FIREFOX_PATH"],
  ["WebKit", webKitMissing],
];

for (const [name, missing] of realms) {
  const why = missing ? ` (skipped: ${missing})` : "";
  describe.skipIf(missing)(`in ${name}${why}`, () => {
    let realm: Realm;
    beforeAll(async () => {
      realm = await openRealm(name, server.address);
    });
    afterAll(() => realm?.close());
    const call = (job: Job) => realm.evaluate(makeCall, job);

    describe.each(["fetch", "xhr", "grpc-web"] as Way[])("by %s", (way) => {
      it("a File goes as it is, and the result comes back", async () => {
        server.answerReplies(good);
        const { result } = await call({ way, size: 2_000_000 });
        expect(result).toEqual([["y: array([2., 2.], dtype=float32)"]]);
        const sent = decodeRequest(server.requests[0]!.body.subarray(FRAME_HEADER_BYTES), 2);
        const image = sent.instances[0]!.get("image")!.bytesVal[0] as Uint8Array;
        expect(image.length).toBe(2_000_000);
        expect(image.every((byte) => byte === 7)).toBe(true);
      });

      it("a status in trailers keeps its text", async () => {
        server.answerBytes(trailersFrame("grpc-status:13\r\ngrpc-message:%E6%A8%A1%E5%9E%8B\r\n"));
        expect((await call({ way })).result).toMatchObject({ code: 13, error: "模型" });
      });

      it("the caller's abort rejects and ends the call on the server", async () => {
        const closed = new Promise((done) => {
          server.answer = (_, response) => response.on("close", done);
        });
        expect(await call({ way, abortAfterMs: 50 })).toMatchObject({ thrown: "AbortError" });
        await closed;
      });

      it("the deadline is a value", async () => {
        server.answer = () => {};
        const { result } = await call({ way, timeoutMs: 200 });
        expect(result).toMatchObject({ kind: "timeout", code: 4 });
      });
    });

    // What grpc-web's own transport can't do; with an upstream fix these may move above.
    describe.each(["fetch", "xhr"] as Way[])("by %s, strictly", (way) => {
      it.each([
        ["no trailers", goodBody(good).subarray(0, -(5 + "grpc-status:0\r\n".length))],
        ["a message cut short", goodBody(good).subarray(0, 20)],
        ["bytes behind the trailers", Buffer.concat([goodBody(good), Buffer.of(0)])],
      ])("%s", async (_, bytes) => {
        server.answerBytes(bytes);
        expect((await call({ way })).result).toMatchObject({ kind: "protocol" });
      });

      it("Envoy's own text on a 503", async () => {
        server.answerBytes(
          Buffer.alloc(0),
          { "grpc-status": "14", "grpc-message": "no healthy upstream" },
          503,
        );
        expect((await call({ way })).result).toMatchObject({
          kind: "worker-down",
          error: "no healthy upstream",
        });
      });

      it("a reply above the limit", async () => {
        server.answerReplies({
          instances: [new Map([["y", encodeInput(new Uint8Array(100))]])],
          errors: [],
        });
        expect((await call({ way, maxReplyBytes: 50 })).result).toMatchObject({ kind: "too-large", code: 8 });
      });

      it("a server of another origin without CORS is told from one that is not there", async () => {
        server.answerReplies(good);
        // The same server by its other name is another origin.
        const other = `http://localhost:${server.port}`;
        expect((await call({ way, address: other })).result).toMatchObject({
          kind: "cors",
          error: /answers, but/,
        });
        expect((await call({ way, address: "http://127.0.0.1:9" })).result).toMatchObject({
          kind: "proxy-unreachable",
        });
      });
    });

    it("upload and download are seen moving", async () => {
      const large = { instances: [new Map([["y", encodeInput(new Float32Array(500_000))]])], errors: [] };
      server.answerReplies(large);
      const { progress } = await call({ way: "xhr", size: 5_000_000 });
      const uploads = progress.map(({ uploaded }) => uploaded);
      expect(uploads).toEqual([...uploads].sort((a, b) => a - b));
      expect(uploads.at(-1)).toBe(progress[0]!.uploadTotal);
      expect(progress[0]!.uploadTotal).toBeGreaterThan(5_000_000);
      expect(progress.at(-1)!.downloaded).toBe(goodBody(large).length);
    });
  });
}
