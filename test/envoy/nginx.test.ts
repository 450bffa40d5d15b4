/** deploy.md's nginx before a real Envoy, and what each of its lines is for. */

import { describe, expect, it } from "vitest";
import { Client, isError, unwrap } from "../../src/client/index.ts";
import { startWorker } from "../bridge/grpc-worker.ts";
import { freePort } from "../bridge/parts.ts";
import { readDocument } from "../docs/markdown.ts";
import { deferred } from "../setup/deferred.ts";
import { howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";
import { howToGetNginx, runNginx, skipWithoutNginx } from "../setup/nginx.ts";
import { startProxy } from "./proxies.ts";

const [block] = readDocument("docs/deploy.md").blocks.filter(({ language }) => language === "nginx");

/** The block before an Envoy, without TLS. @param without a line that is left out, by its first word */
async function startBoth(without?: string) {
  const worker = await startWorker();
  const logged = deferred<string>();
  const envoy = await startProxy("Envoy", [worker.address], { onAccess: logged.resolve });
  const port = await freePort();
  const lines = block!.code.split("\n").filter((line) => !/^ *ssl_/.test(line));
  const kept = lines.filter((line) => without === undefined || !line.trim().startsWith(`${without} `));
  expect(lines.length - kept.length).toBe(without === undefined ? 0 : 1);
  const server = kept
    .join("\n")
    .replace(/listen 443 [^;]*;/, `listen 127.0.0.1:${port};`)
    .replace("http://127.0.0.1:8080", envoy.url);
  expect(server).toContain(envoy.url);
  await runNginx(server);
  // The echo gives a request back as a reply; under release 1.2's field number its instances are the reply's.
  const client = new Client(`http://127.0.0.1:${port}`, "echo", "echo", {
    release: "1.2",
    maxRequestBytes: 2 ** 27,
  });
  return { client, worker, url: `http://127.0.0.1:${port}` };
}

const photo = () => ({ x: new Uint8Array(20 * 2 ** 20).fill(7) });

describe.skipIf(skipWithoutEnvoy || skipWithoutNginx)(
  `nginx before Envoy${howToGetNginx || howToGetEnvoy}`,
  () => {
    it("hands on page, health and calls of 20 MB, as deploy.md has it", async () => {
      const { client, url } = await startBoth();
      expect(await (await fetch(url)).text()).toContain("the app");
      expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ proxy: "envoy", worker: "up" });
      const [outcome] = unwrap(await client.infer(photo()));
      expect(isError(outcome!)).toBe(false);
    });

    it.each([
      ["proxy_http_version", 426],
      ["client_max_body_size", 413],
    ])(
      "without %s it is HTTP %i, which the error says, and nothing reaches Serving",
      async (line, status) => {
        const { client, worker } = await startBoth(line);
        expect(await client.infer(photo())).toMatchObject({
          error: expect.stringContaining(`HTTP ${status}`),
        });
        expect(worker.calls).toBe(0);
      },
    );
  },
);
