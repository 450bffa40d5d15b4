/** A token that expires while 200 photos are under way from a page, with a real Chromium, Envoy and provider. */

import { describe, expect, it, onTestFinished } from "vitest";
import { envoyConfig } from "../../src/envoy/config.ts";
import { PREDICT_PATH } from "../../src/wire/schema.ts";
import { frame } from "../bridge/grpc-web-call.ts";
import { startWorker } from "../bridge/grpc-worker.ts";
import { freePort } from "../bridge/parts.ts";
import { withClientPage } from "../browser/with-client-page.ts";
import { selfSigned } from "../setup/certificate.ts";
import { howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";
import { AUDIENCE, LIFE_SECONDS, startIdentityProvider } from "./identity-provider.ts";
import { runEnvoy } from "./proxies.ts";

const PHOTOS = 200;
const AT_ONCE = 8;
const PHOTO_BYTES = 100_000;
const SKEW_SECONDS = 1;
/** So long the first token is good still. */
const LEFT_SECONDS = 3;

const opened = withClientPage();

describe.skipIf(skipWithoutEnvoy)(
  `a token that expires while ${PHOTOS} photos are under way${howToGetEnvoy}`,
  () => {
    it.each([
      ["HTTP/1.1", false],
      ["HTTP/2", true],
    ])("costs no photo, and one new token is asked for, over %s", async (_, https) => {
      const provider = await startIdentityProvider();
      const worker = await startWorker();
      const port = await freePort();
      const tls = https ? selfSigned() : undefined;
      const address = `${https ? "https" : "http"}://127.0.0.1:${port}`;
      const { issuer, jwks } = provider;
      await runEnvoy(
        envoyConfig({
          listen: { host: "127.0.0.1", port },
          workers: [worker.address],
          origins: [opened.server.address],
          identity: { token: { issuer, jwks, audiences: [AUDIENCE], clockSkewSeconds: SKEW_SECONDS } },
          ...(tls && { tls }),
        }),
      );
      const context = await opened.browser.newContext({ ignoreHTTPSErrors: true });
      onTestFinished(() => context.close());
      const page = await context.newPage();
      const told: boolean[] = [];
      const tokens: string[] = [];
      await page.exposeFunction("fetchToken", async (refused: boolean) => {
        told.push(refused);
        const old = { secondsAgo: LIFE_SECONDS - LEFT_SECONDS };
        tokens.push(await provider.token(tokens.length === 0 ? old : {}));
        return tokens.at(-1);
      });
      const statuses: number[] = [];
      page.on("response", (response) => {
        if (response.request().method() === "POST") statuses.push(response.status());
      });
      // Half of the photos wait until Envoy refuses the token that they will be sent with; each look is a request.
      await page.exposeFunction("tokenExpired", async () => {
        const authorization = `Bearer ${tokens[0]}`;
        const headers = { authorization, "content-type": "application/grpc-web+proto" };
        const look = () => context.request.post(`${address}${PREDICT_PATH}`, { headers, data: frame("x") });
        while ((await look()).status() !== 401);
      });
      await page.goto(opened.server.address);
      await page.waitForFunction(() => "serving" in globalThis);
      const outcomes = await page.evaluate(
        async ({ address, photos, atOnce, bytes }) => {
          const { Client, isError } = globalThis.serving;
          const { fetchToken, tokenExpired } = globalThis as unknown as {
            fetchToken(refused: boolean): Promise<string>;
            tokenExpired(): Promise<void>;
          };
          let token: string | undefined;
          const client = new Client(address, "echo", "echo", {
            release: "1.2",
            refreshMetadata: true,
            metadata: async ({ refused }) => {
              if (token === undefined || refused) token = await fetchToken(refused);
              return { authorization: `Bearer ${token}` };
            },
          });
          async function* all() {
            for (let i = 0; i < photos; i++) {
              if (i === photos / 2) await tokenExpired();
              yield { image: new Blob([new Uint8Array(bytes).fill(i)]) };
            }
          }
          const seen: unknown[] = [];
          for await (const { index, outcome } of client.inferMany(all(), {
            maxBatchCount: 1,
            concurrency: atOnce,
          })) {
            seen[index] = isError(outcome) ? outcome.error : (outcome.image as Uint8Array)[0];
          }
          return seen;
        },
        {
          address,
          photos: PHOTOS,
          atOnce: AT_ONCE,
          bytes: PHOTO_BYTES,
        },
      );
      expect(outcomes).toEqual(Array.from({ length: PHOTOS }, (_, i) => i));
      expect(told).toEqual([false, true]);
      // As many as were on their way at once, not one for each photo that was left.
      const refused = statuses.filter((status) => status === 401).length;
      expect(refused).toBeGreaterThan(1);
      expect(refused).toBeLessThanOrEqual(AT_ONCE);
    });
  },
);
