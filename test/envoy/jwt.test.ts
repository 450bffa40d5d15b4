/** Calls that need a token, as `npm run envoy -- --jwt-issuer` writes it: what a page is told, and who is let in. */

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { serve } from "../../src/bridge/serve.ts";
import { Client, isError } from "../../src/client/index.ts";
import { envoyConfig } from "../../src/envoy/config.ts";
import type { IdentityOptions, TokenOptions } from "../../src/envoy/identity.ts";
import { call, frame } from "../bridge/grpc-web-call.ts";
import { startWorker } from "../bridge/grpc-worker.ts";
import { directoryOf, freePort } from "../bridge/parts.ts";
import { howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";
import { AUDIENCE, LIFE_SECONDS, startIdentityProvider } from "./identity-provider.ts";
import { runEnvoy } from "./proxies.ts";

const PAGE = "https://page.example";

/** Envoy before a worker that echoes; calls need tokens of a provider's. */
async function guarded(token: Partial<TokenOptions> = {}, more: Omit<IdentityOptions, "token"> = {}) {
  const provider = await startIdentityProvider();
  const seen: Record<string, unknown>[] = [];
  const worker = await startWorker((incoming, answer) => {
    seen.push(incoming.metadata.getMap());
    answer(null, incoming.request);
  });
  const app = await serve({ port: 0, appDir: await directoryOf({ "index.html": "the app" }) });
  onTestFinished(() => app.close());
  const port = await freePort();
  const { issuer, jwks } = provider;
  const config = envoyConfig({
    listen: { host: "127.0.0.1", port },
    workers: [worker.address],
    origins: [PAGE],
    app: { host: "127.0.0.1", port: app.port },
    identity: { token: { issuer, jwks, audiences: [AUDIENCE], ...token }, ...more },
  });
  await runEnvoy(config);
  const url = `http://127.0.0.1:${port}`;
  // The echo gives a request back as a reply; under release 1.2's field number its instances are the reply's.
  const infer = (metadata: Record<string, string>) =>
    new Client(url, "echo", "echo", { release: "1.2", metadata }).infer({ x: 1 });
  return { provider, worker, port, url, infer, seen };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const get = (port: number, path: string) => call(port, "", { method: "GET", path });

describe.skipIf(skipWithoutEnvoy)(`calls that need a token, behind Envoy${howToGetEnvoy}`, () => {
  it("a call with a token of the issuer's is answered, and Serving never sees the token", async () => {
    const { provider, infer, seen } = await guarded();
    expect(isError(await infer(bearer(await provider.token())))).toBe(false);
    expect(seen).toHaveLength(1);
    expect(seen[0]).not.toHaveProperty("authorization");
  });

  const LONG_AGO = LIFE_SECONDS + 120;
  it.each([
    ["no token", undefined, 401, /Jwt is missing/],
    ["a token that has expired", { secondsAgo: LONG_AGO }, 401, /Jwt is expired/],
    [
      "a token for somebody else",
      { audience: "https://other.example" },
      403,
      /Audiences in Jwt are not allowed/,
    ],
  ] as const)(
    "%s is told as unauthorized, with what is wrong and what to do",
    async (_, asked, httpStatus, text) => {
      const { provider, infer, worker } = await guarded();
      expect(await infer(asked ? bearer(await provider.token(asked)) : {})).toMatchObject({
        kind: "unauthorized",
        httpStatus,
        error: expect.stringMatching(text),
        hint: { en: expect.stringMatching(/metadata/) },
      });
      expect(worker.calls).toBe(0);
    },
  );

  it("a token of another issuer is told as unauthorized, with what is wrong", async () => {
    const { infer, worker } = await guarded();
    const stranger = await startIdentityProvider();
    expect(await infer(bearer(await stranger.token()))).toMatchObject({
      kind: "unauthorized",
      error: expect.stringMatching(/Jwt issuer is not configured/),
    });
    expect(worker.calls).toBe(0);
  });

  it("keys that can't be fetched are told as a fault of the way, which may pass", async () => {
    const { provider, infer } = await guarded({ jwks: `http://127.0.0.1:${await freePort()}/jwks` });
    expect(await infer(bearer(await provider.token()))).toMatchObject({
      kind: "worker-down",
      httpStatus: 500,
      error: "HTTP 500 Internal Server Error: the keys of the tokens' issuer can't be fetched",
      hint: { en: expect.stringMatching(/may pass/) },
    });
  });

  it("a token signed by another key is told as unauthorized", async () => {
    const stranger = await startIdentityProvider();
    const { infer } = await guarded({ issuer: stranger.issuer });
    expect(await infer(bearer(await stranger.token()))).toMatchObject({
      kind: "unauthorized",
      error: expect.stringMatching(/Jwt verification fails|Jwks doesn't have key/),
    });
  });

  it("a token just past its end is good for as long as clocks may differ", async () => {
    const { provider, infer } = await guarded({ clockSkewSeconds: 300 });
    expect(isError(await infer(bearer(await provider.token({ secondsAgo: LIFE_SECONDS + 120 }))))).toBe(
      false,
    );
    expect(await infer(bearer(await provider.token({ secondsAgo: LIFE_SECONDS + 330 })))).toMatchObject({
      kind: "unauthorized",
    });
  });

  it("a token in the query is none", async () => {
    const { provider, port } = await guarded();
    const path = `/mindspore.serving.proto.MSService/Predict?access_token=${await provider.token()}`;
    expect((await call(port, frame("x"), { path })).status).toBe(401);
  });

  it("the issuer's keys may be in a file", async () => {
    const provider = await startIdentityProvider();
    const file = join(await directoryOf({}), "jwks.json");
    await writeFile(file, await (await fetch(provider.jwks)).text());
    const { infer } = await guarded({ issuer: provider.issuer, jwks: file });
    expect(isError(await infer(bearer(await provider.token())))).toBe(false);
  });

  it("a listed page of another origin asks without a token first, and can read a refusal and what it asks for", async () => {
    const { port } = await guarded();
    const preflight = await call(port, "", {
      method: "OPTIONS",
      headers: {
        origin: PAGE,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type,x-grpc-web",
      },
    });
    expect(preflight.status).toBe(200);
    expect(preflight.headers["access-control-allow-headers"]).toMatch(/authorization/);
    const refused = await call(port, frame("x"), { headers: { origin: PAGE } });
    expect(refused).toMatchObject({
      status: 401,
      headers: {
        "access-control-allow-origin": PAGE,
        "access-control-expose-headers": expect.stringMatching(/www-authenticate/),
        "www-authenticate": expect.stringMatching(/^Bearer /),
      },
    });
  });

  it.each([
    ["calls alone", undefined, 200, 200],
    ["the app's files too", "files", 401, 200],
    ["all", "all", 401, 401],
  ] as const)("what is guarded: %s", async (_, level, files, health) => {
    const { provider, port } = await guarded({}, level && { guarded: level });
    expect((await call(port, frame("x"))).status).toBe(401);
    expect((await get(port, "/")).status).toBe(files);
    expect((await get(port, "/healthz")).status).toBe(health);
    const headers = bearer(await provider.token());
    expect(String((await call(port, "", { method: "GET", path: "/", headers })).body)).toBe("the app");
  });
});
