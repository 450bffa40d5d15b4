/** Calls that a browser tells in one word, "failed": what the client finds out about each. */

import type { ServerResponse } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { FRAME_HEADER_BYTES } from "../../src/wire/frame.ts";
import { GOOD_BODY, GOOD_RESULT } from "../replies/case.ts";
import { type Answer, ReplyServer } from "../setup/reply-server.ts";
import { launchBrowser, newPage } from "./browser.ts";
import { type Job, makeCall, type Way } from "./call.ts";
import { type ClientPage, openClientPage } from "./client-page.ts";
import { firefoxPath, openRealm, type Realm, type RealmName, serveClient } from "./realm.ts";

/** Where the client's pages come from. */
let home: ReplyServer;
/** The proxy, of another origin. */
let proxy: ReplyServer;
beforeAll(async () => {
  home = await ReplyServer.start();
  await serveClient(home);
});
afterAll(() => home.close());

/** Answers preflights with these headers, and sets them on whatever `answer` says. */
function withCors(headers: Record<string, string>, answer: Answer): Answer {
  return (seen, response, raw) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (raw.method === "OPTIONS") response.writeHead(204).end();
    else answer(seen, response, raw);
  };
}

const ALLOWED = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "content-type, x-grpc-web, grpc-timeout",
};
const EXPOSED = { ...ALLOWED, "access-control-expose-headers": "grpc-status, grpc-message" };

const good: Answer = (_, response) =>
  response.writeHead(200, { "content-type": "application/grpc-web+proto" }).end(GOOD_BODY);
const refused =
  (status: number): Answer =>
  (_, response) =>
    response
      .writeHead(status, {
        "content-type": "application/grpc-web+proto",
        "grpc-status": "8",
        "grpc-message": "too many",
      })
      .end();
const cut: Answer = (_, response: ServerResponse) => response.socket!.resetAndDestroy();

const realms: RealmName[] = ["Chromium", "a worker in Chromium", "Firefox"];

for (const name of realms) {
  const missing = name === "Firefox" && firefoxPath === undefined && !process.env.CI;
  const why = missing ? " (skipped: no Firefox here; install it, or set FIREFOX_PATH)" : "";
  describe.skipIf(missing)(`in ${name}${why}`, () => {
    let realm: Realm;
    beforeAll(async () => {
      realm = await openRealm(name, home.address);
      proxy = await ReplyServer.start();
    });
    afterAll(async () => {
      await realm?.close();
      await proxy?.close();
    });

    describe.each(["fetch", "xhr"] as Way[])("by %s", (way) => {
      const call = async (job: Omit<Job, "way"> = {}) =>
        (await realm.evaluate(makeCall, { way, address: proxy.address, ...job })).result;

      it("nobody at the address", async () => {
        const gone = await ReplyServer.start();
        const { address } = gone;
        await gone.close();
        expect(await call({ address })).toMatchObject({
          kind: "proxy-unreachable",
          code: 14,
          error: `no answer from ${address}`,
        });
      });

      it("a server that knows nothing of CORS", async () => {
        proxy.answer = good;
        expect(await call()).toMatchObject({
          kind: "cors",
          code: 14,
          error: expect.stringMatching(/answers, but the browser hides/),
        });
      });

      it("CORS for another origin", async () => {
        proxy.answer = withCors({ ...ALLOWED, "access-control-allow-origin": "https://other.example" }, good);
        expect(await call()).toMatchObject({ kind: "cors", code: 14 });
      });

      it("CORS without a header that the call has", async () => {
        proxy.answer = withCors(ALLOWED, good);
        expect(await call({ metadata: { "x-tenant": "a" } })).toMatchObject({ kind: "cors", code: 14 });
      });

      it("CORS without the header of a packed request", async () => {
        proxy.answer = withCors(ALLOWED, good);
        expect(await call({ size: 100_000, compress: true })).toMatchObject({
          kind: "cors",
          code: 14,
          error: `${proxy.address} answers, but takes no grpc-encoding from this page (access-control-allow-headers)`,
          hint: {
            en: expect.stringMatching(/^Add `grpc-encoding`/),
            zh: expect.stringMatching(/grpc-encoding/),
          },
        });
      });

      it("CORS without credentials for a call that has them", async () => {
        proxy.answer = withCors(ALLOWED, good);
        expect(await call({ credentials: "include" })).toMatchObject({ kind: "cors", code: 14 });
      });

      it("CORS that allows the call", async () => {
        proxy.answer = withCors(EXPOSED, good);
        expect(await call({ timeoutMs: 20_000 })).toEqual(GOOD_RESULT);
        proxy.answer = withCors(EXPOSED, refused(200));
        expect(await call()).toMatchObject({ kind: "queue-full", code: 8, error: "too many" });
        proxy.answer = withCors(EXPOSED, refused(503));
        expect(await call()).toMatchObject({ kind: "queue-full", code: 8, error: "too many" });
      });

      it("CORS that hides the status", async () => {
        proxy.answer = withCors(ALLOWED, good);
        expect(await call()).toEqual(GOOD_RESULT);
        proxy.answer = withCors(ALLOWED, refused(200));
        expect(await call()).toMatchObject({
          kind: "cors",
          code: 2,
          error: expect.stringMatching(/access-control-expose-headers/),
        });
        proxy.answer = withCors(ALLOWED, refused(503));
        expect(await call()).toMatchObject({
          kind: "worker-down",
          code: 14,
          error: expect.stringMatching(/^HTTP 503/),
        });
      });

      it("a login page of another origin, behind the page's own origin", async () => {
        const login = await ReplyServer.start();
        home.answer = (_, response) =>
          response.writeHead(302, { location: `${login.address}/login?state=s3cret` }).end();
        login.answer = (_, response) =>
          response.writeHead(200, { "content-type": "text/html" }).end("<title>Sign in</title>");
        const before = home.requests.length;
        expect(await call({ address: home.address, size: 1000 })).toMatchObject({
          kind: "unauthorized",
          code: 16,
          error: `${home.address} redirected the call`,
          redirectedTo: "",
          hint: { en: expect.stringMatching(/sign in again and reload the page/) },
        });
        // The photo went out once; the second look is a call for nobody.
        const [photo, look, ...more] = home.requests.slice(before);
        expect(photo!.body.length).toBeGreaterThan(1000);
        expect(look!.body).toEqual(Buffer.alloc(FRAME_HEADER_BYTES));
        expect(more).toEqual([]);
        await login.close();
      });

      it("a login page of a third origin, behind a proxy that lets the page see the redirect", async () => {
        const login = await ReplyServer.start();
        login.answer = good;
        proxy.answer = withCors(EXPOSED, (_, response) =>
          response.writeHead(302, { location: `${login.address}/login` }).end(),
        );
        expect(await call()).toMatchObject({ kind: "unauthorized", code: 16, redirectedTo: "" });
        await login.close();
      });

      it("a login page of a third origin, behind a proxy that knows nothing of CORS", async () => {
        proxy.answer = (_, response) => response.writeHead(302, { location: "/login" }).end();
        // Nothing tells it from a refused origin: the advice names both.
        expect(await call()).toMatchObject({
          kind: "cors",
          hint: { en: expect.stringMatching(/a session may be over: sign in again/) },
        });
      });

      it("a login page of a third origin that the page may read", async () => {
        const login = await ReplyServer.start();
        login.answer = withCors(EXPOSED, (_, response) =>
          response.writeHead(200, { "content-type": "text/html" }).end("<title>Sign in</title>"),
        );
        proxy.answer = withCors(EXPOSED, (_, response) =>
          response.writeHead(302, { location: `${login.address}/login?state=s3cret` }).end(),
        );
        const result = await call();
        expect(result).toMatchObject({
          kind: "unauthorized",
          code: 16,
          redirectedTo: `${login.address}/login`,
          error: expect.stringMatching(
            /redirected the call to .*\/login: the reply's content-type .*: Sign in$/,
          ),
        });
        expect(JSON.stringify(result)).not.toContain("s3cret");
        await login.close();
      });

      it("a connection that is cut, while the server lives", async () => {
        // Browsers make a call again, by themselves, when a connection that was used before is cut.
        proxy.answer = withCors(EXPOSED, (seen, ...rest) =>
          (seen.body.length > FRAME_HEADER_BYTES ? cut : good)(seen, ...rest),
        );
        expect(await call()).toMatchObject({
          kind: "proxy-unreachable",
          code: 14,
          error: expect.stringMatching(/^the connection to .* was lost/),
        });
      });

      it("a connection that is cut under a large upload", async () => {
        home.early = (request) => request.socket.destroy();
        const size = 101 * 2 ** 20;
        const result = await call({ address: home.address, size, maxRequestBytes: 2 * size });
        home.early = undefined;
        expect(result).toMatchObject({
          kind: "too-large",
          code: 8,
          error: expect.stringMatching(/was cut while sending \d+ bytes/),
        });
      });
    });
  });
}

describe("an https page", () => {
  it("is told that browsers keep it from an http address", async () => {
    const browser = await launchBrowser();
    onTestFinished(() => browser.close());
    const page = await newPage(browser);
    await page.route("https://app.example/**", async (route) => {
      const { pathname } = new URL(route.request().url());
      const { type, body } = home.documents.get(pathname) ?? { type: "text/plain", body: "" };
      await route.fulfill({ contentType: type, body: body as string });
    });
    await page.goto("https://app.example/");
    await page.waitForFunction(() => "serving" in globalThis);
    const job: Job = { way: "fetch", address: "http://serving.example:8080" };
    const { result } = await page.evaluate(makeCall, job);
    expect(result).toMatchObject({
      kind: "proxy-unreachable",
      error:
        "browsers don't let an https page call an http address such as http://serving.example:8080 (mixed content)",
    });
  });
});

describe("a device that is offline", () => {
  let client: ClientPage;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const browser = await launchBrowser();
    client = await openClientPage(browser);
    close = () => browser.close();
  });
  afterAll(async () => {
    await client?.close();
    await close?.();
  });
  afterEach(() => client.page.context().setOffline(false));

  it.each(["fetch", "xhr"] as Way[])("by %s", async (way) => {
    await client.page.context().setOffline(true);
    const { result } = await client.page.evaluate(makeCall, { way });
    expect(result).toMatchObject({ kind: "offline", code: 14, error: "this device is offline" });
  });
});
