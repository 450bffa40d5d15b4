/** The client's ways of sending, against a real HTTP server: in a page and a worker of Chromium, in Firefox and WebKit. */

import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { FRAME_HEADER_BYTES } from "../../src/wire/frame.ts";
import { encodeInput } from "../../src/wire/input.ts";
import { decodeRequest } from "../../src/wire/request.ts";
import { GOOD, GOOD_RESULT } from "../replies/case.ts";
import { deferred } from "../setup/deferred.ts";
import { goodBody, ReplyServer, type SeenRequest, trailersFrame } from "../setup/reply-server.ts";
import { type Job, makeCall, type Way } from "./call.ts";
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
        server.answerReplies(GOOD);
        const { result } = await call({ way, size: 2_000_000 });
        expect(result).toEqual(GOOD_RESULT);
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
        const [begun, closed] = [deferred(), deferred()];
        server.answer = ({ url }, response) => {
          if (url === "/begun") return void begun.promise.then(() => response.end());
          response.on("close", closed.resolve);
          begun.resolve();
        };
        expect(await call({ way, abortWith: "/begun" })).toMatchObject({ thrown: "AbortError" });
        await closed.promise;
      });

      it("the deadline is a value", async () => {
        server.answer = () => {};
        const { result } = await call({ way, timeoutMs: 200 });
        expect(result).toMatchObject({ kind: "timeout", code: 4 });
      });
    });

    describe.each(["fetch", "xhr"] as Way[])("with compress, by %s", (way) => {
      it("a File is packed, and what was packed goes once", async () => {
        server.answerReplies(GOOD);
        const { result, progress } = await call({ way, size: 2_000_000, compress: true });
        expect(result).toEqual(GOOD_RESULT);
        const [{ headers, body }, ...more] = server.requests as [SeenRequest];
        expect(headers["grpc-encoding"]).toBe("gzip");
        expect(body[0]).toBe(1);
        const sent = decodeRequest(gunzipSync(body.subarray(FRAME_HEADER_BYTES)), 2);
        const image = sent.instances[0]!.get("image")!.bytesVal[0] as Uint8Array;
        expect([image.length, image.every((byte) => byte === 7)]).toEqual([2_000_000, true]);
        if (way === "xhr") expect(progress[0]!.uploadTotal).toBe(body.length);
        expect(more).toEqual([]);
      });

      it("the caller's abort ends the packing, and nothing is sent", async () => {
        server.answer = (_, response) => response.end();
        const job = { way, size: 256 * 2 ** 20, maxRequestBytes: 512 * 2 ** 20, compress: true };
        expect(await call({ ...job, abortWith: "/begun" })).toMatchObject({ thrown: "AbortError" });
        expect(server.requests.map(({ url }) => url)).toEqual(["/begun"]);
      });
    });

    if (name === "Chromium") {
      it.each(["fetch", "xhr"] as Way[])(
        "cookies stay here where they are to be omitted, by %s",
        async (way) => {
          server.answerReplies(GOOD);
          await realm.evaluate(() => cookieStore.set("session", "secret"), undefined);
          for (const credentials of ["same-origin", "omit"] as const) await call({ way, credentials });
          expect(server.requests.map(({ headers }) => headers.cookie)).toEqual(["session=secret", undefined]);
        },
      );
    }

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
