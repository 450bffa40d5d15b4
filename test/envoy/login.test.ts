/** A page that needs a login, as `npm run envoy -- --oidc` writes it: a real provider, Envoy and Chromium. */

import { readFileSync } from "node:fs";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { createServer } from "node:tls";
import type { Configuration } from "oidc-provider";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { serve } from "../../src/bridge/serve.ts";
import type { Guarded } from "../../src/envoy/identity.ts";
import { PREDICT_PATH } from "../../src/wire/schema.ts";
import { frame } from "../bridge/grpc-web-call.ts";
import { startWorker } from "../bridge/grpc-worker.ts";
import { directoryOf, freePort } from "../bridge/parts.ts";
import { launchBrowser } from "../browser/browser.ts";
import { runMain } from "../cli/run-main.ts";
import { type CertificateFiles, selfSigned } from "../setup/certificate.ts";
import { howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";
import { CLIENT, secretFile, startIdentityProvider } from "./identity-provider.ts";
import { runEnvoy } from "./proxies.ts";

let browser: Browser;
beforeAll(async () => {
  // Not Playwright's option for it, which service workers know nothing of.
  if (!skipWithoutEnvoy) browser = await launchBrowser(["--ignore-certificate-errors"]);
});
afterAll(() => browser?.close());

const OTHER_ORIGIN = "https://page.example";

/** HTTPS before the port of an Envoy that speaks none; its own port. */
async function startGateway({ certificate, privateKey }: CertificateFiles, port: number): Promise<number> {
  const [cert, key] = [readFileSync(certificate), readFileSync(privateKey)];
  const server = createServer({ cert, key }, (socket) => {
    const onward = connect(port, "127.0.0.1");
    socket.on("error", () => onward.destroy()).on("close", () => onward.destroy());
    onward.on("error", () => socket.destroy());
    socket.pipe(onward).pipe(socket);
    onTestFinished(() => void socket.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

interface SiteOptions {
  guard?: Guarded;
  /** The page. */
  appDir?: string;
  /** HTTPS is another's before Envoy. */
  gateway?: boolean;
  /** Settings of the provider. */
  provides?: Partial<Configuration>;
}

/** Envoy before a page and a worker that echoes, configured by the command. */
async function startSite({ guard, appDir, gateway = false, provides }: SiteOptions = {}) {
  const port = await freePort();
  const tls = selfSigned();
  const site = `https://localhost:${gateway ? await startGateway(tls, port) : port}`;
  const provider = await startIdentityProvider(site, provides);
  const seen: Record<string, unknown>[] = [];
  const worker = await startWorker((incoming, answer) => {
    seen.push(incoming.metadata.getMap());
    answer(null, incoming.request);
  });
  const files = await directoryOf({
    "index.html": "<!doctype html><title>the page</title>",
    "secret.yaml": secretFile("client-secret", CLIENT.secret),
    "hmac.yaml": secretFile("hmac", "a secret to sign cookies by"),
  });
  const app = await serve({ port: 0, appDir: appDir ?? files });
  onTestFinished(() => app.close());
  const { code, out, err } = await runMain(
    ..."envoy --oidc".split(" "),
    ...[provider.issuer, "--oidc-site", site, "--oidc-client", CLIENT.id],
    ...["--oidc-secret", join(files, "secret.yaml"), "--oidc-hmac", join(files, "hmac.yaml")],
    ...["--listen", `127.0.0.1:${port}`, "--worker", worker.address, "--app", `127.0.0.1:${app.port}`],
    ...["--origin", OTHER_ORIGIN],
    ...(gateway ? [] : ["--tls-cert", tls.certificate, "--tls-key", tls.privateKey]),
    ...(guard ? ["--guard", guard] : []),
  );
  expect({ code, err }).toEqual({ code: 0, err: "" });
  await runEnvoy(out);
  const context = await browser.newContext({ locale: "en-US", ignoreHTTPSErrors: true });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  return { site, port, provider, worker, seen, context, page };
}

/** On the provider's pages. */
async function signIn(page: Page): Promise<void> {
  await page.getByPlaceholder("Enter any login").fill("somebody");
  await page.getByPlaceholder("and password").fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

async function openSignedIn(page: Page, site: string): Promise<void> {
  await page.goto(site);
  await signIn(page);
  await page.waitForURL(`${site}/`);
}

/** A call from the page; its HTTP status, whether it was redirected, and its text. */
function callFrom(page: Page) {
  return page.evaluate(
    async ({ path, body }) => {
      const headers = { "content-type": "application/grpc-web+proto" };
      const reply = await fetch(path, { method: "POST", headers, body: new Uint8Array(body) });
      return { status: reply.status, redirected: reply.redirected, text: await reply.text() };
    },
    { path: PREDICT_PATH, body: [...frame("x")] },
  );
}

const NOT_SIGNED_IN =
  "not signed in, or no longer: sign in at /login (reloading the page may do), then try again";

describe.skipIf(skipWithoutEnvoy)(`a page that needs a login, behind Envoy${howToGetEnvoy}`, () => {
  it("who opens it is led to the provider, signs in, and is back on the page, whose calls are answered", async () => {
    const { page, site, provider, seen } = await startSite();
    await page.goto(`${site}/?from=a-link`);
    expect(new URL(page.url()).origin).toBe(provider.issuer);
    await signIn(page);
    await page.waitForURL(`${site}/?from=a-link`);
    expect(await page.title()).toBe("the page");
    expect(await callFrom(page)).toMatchObject({ status: 200, redirected: false });
    // Nothing of who it is goes further.
    expect(seen[0]).not.toHaveProperty("authorization");
    expect(seen[0]).not.toHaveProperty("cookie");
  });

  it("a login that is over refuses calls readably, and opening the page anew is enough", async () => {
    const { page, site, context, worker } = await startSite();
    await openSignedIn(page, site);
    await context.clearCookies({ domain: "localhost" });
    expect(await callFrom(page)).toEqual({ status: 401, redirected: false, text: NOT_SIGNED_IN });
    expect(worker.calls).toBe(0);
    // The provider still knows who it is.
    await page.reload();
    expect(await page.title()).toBe("the page");
    expect(await callFrom(page)).toMatchObject({ status: 200 });
  });

  it("nothing but a page that somebody opens is led to the provider: the rest gets 401, which listed pages can read", async () => {
    const { context, site } = await startSite();
    const ask = (path: string, headers: Record<string, string>, method = "GET") =>
      context.request.fetch(`${site}${path}`, { method, headers, maxRedirects: 0 });
    const page = { accept: "text/html", "sec-fetch-mode": "navigate" };
    expect((await ask("/", page)).status()).toBe(302);
    expect((await ask("/", { accept: "text/html" })).status()).toBe(302);
    expect((await ask("/main.js", { accept: "*/*", "sec-fetch-mode": "no-cors" })).status()).toBe(401);
    expect((await ask("/", { accept: "*/*" })).status()).toBe(401);
    expect((await ask("/healthz", { accept: "*/*" })).status()).toBe(200);
    const call = await ask(PREDICT_PATH, { ...page, origin: OTHER_ORIGIN }, "POST");
    expect(call.status()).toBe(401);
    expect(call.headers()).toMatchObject({ "access-control-allow-origin": OTHER_ORIGIN });
    expect(await call.text()).toBe(NOT_SIGNED_IN);
    const asks = { origin: OTHER_ORIGIN, "access-control-request-method": "POST" };
    expect((await ask(PREDICT_PATH, asks, "OPTIONS")).status()).toBe(200);
  });

  it("who signs out is asked to sign in again", async () => {
    const { page, site, provider } = await startSite();
    await openSignedIn(page, site);
    await page.goto(`${site}/login/out`);
    await page.getByRole("button", { name: "Yes, sign me out" }).click();
    await page.getByPlaceholder("Enter any login").waitFor();
    expect(new URL(page.url()).origin).toBe(provider.issuer);
  });

  it("with calls alone guarded the page is open to all, and /login leads to the provider and back to it", async () => {
    const { page, site } = await startSite({ guard: "calls" });
    await page.goto(site);
    expect(await page.title()).toBe("the page");
    expect(await callFrom(page)).toEqual({ status: 401, redirected: false, text: NOT_SIGNED_IN });
    await page.goto(`${site}/login`);
    await signIn(page);
    await page.waitForURL(`${site}/`);
    expect(await callFrom(page)).toMatchObject({ status: 200 });
  });

  it("behind a gateway that speaks HTTPS in its place, people come back to https", async () => {
    const { page, site } = await startSite({ gateway: true });
    await openSignedIn(page, site);
    expect(await callFrom(page)).toMatchObject({ status: 200 });
  });

  /** The page whose token has just ended, while its login can be renewed. */
  async function openWithOldToken(provides: Partial<Configuration>) {
    const ttl = {
      AccessToken: 1,
      Grant: 600,
      IdToken: 600,
      Interaction: 600,
      RefreshToken: 600,
      Session: 600,
    };
    const started = await startSite({ provides: { issueRefreshToken: async () => true, ttl, ...provides } });
    const { page, site, context } = started;
    await openSignedIn(page, site);
    const names = async () => (await context.cookies(site)).map(({ name }) => name);
    await expect.poll(names).not.toContain("BearerToken");
    expect(await names()).toContain("RefreshToken");
    return started;
  }

  it("calls at once with a token that has ended are all answered, and nobody is asked", async () => {
    const { page } = await openWithOldToken({});
    const replies = await Promise.all(Array.from({ length: 8 }, () => callFrom(page)));
    expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(200));
  });

  it("where a refresh token is good but once, calls at once are refused but one, readably", async () => {
    const { page } = await openWithOldToken({ rotateRefreshToken: true });
    const replies = await Promise.all(Array.from({ length: 8 }, () => callFrom(page)));
    const refused = replies.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(7);
    for (const each of refused) expect(each).toEqual({ status: 401, redirected: false, text: NOT_SIGNED_IN });
  });

  it("the app that is kept for offline use gives way to the login", async () => {
    const { page, site, context } = await startSite({ appDir: "dist/app" });
    await openSignedIn(page, site);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller) return;
      await new Promise((ready) =>
        navigator.serviceWorker.addEventListener("controllerchange", ready, { once: true }),
      );
    });
    await context.clearCookies({ domain: "localhost" });
    await page.reload();
    expect(await page.title()).toMatch(/MindSpore/);
    expect(await callFrom(page)).toMatchObject({ status: 200 });
  });
});
