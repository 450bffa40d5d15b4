import { execFile } from "node:child_process";
import { generateKeyPairSync, randomFillSync } from "node:crypto";
import type { RequestOptions } from "node:http";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { serve } from "../../src/bridge/serve.ts";
import { envoyConfig } from "../../src/envoy/config.ts";
import { startEnvoy } from "../../src/envoy/process.ts";
import { call, frame, outcome, readFrames } from "../bridge/grpc-web-call.ts";
import { startWorker } from "../bridge/grpc-worker.ts";
import { startHttp2Worker } from "../bridge/http2-worker.ts";
import { directoryOf, freePort, startBridge } from "../bridge/parts.ts";
import { selfSigned } from "../setup/certificate.ts";
import { binary, howToGetEnvoy, skipWithoutEnvoy, versionOf } from "../setup/envoy.ts";
import { secretFile } from "./identity-provider.ts";

const LISTED = "https://app.example";

/** Envoy before `worker` and a built app; resolves to its port. */
async function envoyBefore(worker: string): Promise<number> {
  const app = await serve({ port: 0, appDir: await directoryOf({ "index.html": "the app" }) });
  onTestFinished(() => app.close());
  const port = await freePort();
  const config = envoyConfig({
    listen: { host: "127.0.0.1", port },
    workers: [worker],
    origins: [LISTED],
    app: { host: "127.0.0.1", port: app.port },
  });
  const envoy = await startEnvoy({ binary: binary!, config, concurrency: 1 });
  onTestFinished(() => envoy.close());
  return port;
}

/** What Envoy says of a configuration that it accepts. */
async function complaints(config: string): Promise<string> {
  const file = join(await directoryOf({ "envoy.yaml": config }), "envoy.yaml");
  const words = ["--mode", "validate", "-c", file, "-l", "warning"];
  const { stdout, stderr } = await promisify(execFile)(binary!, words);
  expect(stdout).toContain("OK");
  return stderr.replace(/^configuration .* OK\n/m, "");
}

describe.skipIf(skipWithoutEnvoy)(`a real Envoy${howToGetEnvoy}`, () => {
  test.each([
    ["the defaults", {}],
    [
      "names, several workers, origins",
      {
        workers: ["localhost:5500", "10.0.0.2:5500"],
        origins: [LISTED],
        app: { host: "localhost", port: 1 },
      },
    ],
  ])("accepts the configuration without a warning: %s", async (_name, options) => {
    expect(await complaints(envoyConfig(options))).toBe("");
  });

  test("accepts TLS on both sides and an administration without a warning", async () => {
    const own = selfSigned();
    const config = envoyConfig({
      tls: own,
      workerTls: { authority: own.certificate, name: "localhost", client: own },
      admin: { host: "127.0.0.1", port: 9901 },
    });
    expect(await complaints(config)).toBe("");
  });

  test.each(["URL", "file"])(
    "accepts tokens whose issuer's keys are at a %s without a warning",
    async (place) => {
      const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" });
      const keys = JSON.stringify({ keys: [{ ...key, alg: "ES256", kid: "1" }] });
      const jwks = join(await directoryOf({ "jwks.json": keys }), "jwks.json");
      const own = selfSigned();
      const config = envoyConfig({
        identity: {
          token: {
            issuer: "https://id.example",
            jwks: place === "URL" ? "https://id.example/jwks?v=1" : jwks,
            audiences: ["a", "b"],
          },
          guarded: "all",
          issuerAuthority: own.certificate,
        },
      });
      expect(await complaints(config)).toBe("");
    },
  );

  test("accepts a login, which older ones complain of for the holes that they have", async () => {
    const own = selfSigned();
    const folder = await directoryOf({
      "secret.yaml": secretFile("client-secret", "s3cret"),
      "hmac.yaml": secretFile("hmac", "s3cret"),
    });
    const config = envoyConfig({
      identity: {
        login: {
          authorization: "https://id.example/auth?prompt=login",
          token: "https://id.example:8443/token",
          endSession: "https://id.example/end",
          secretShown: "post",
          clientId: "page",
          secretFile: join(folder, "secret.yaml"),
          hmacFile: join(folder, "hmac.yaml"),
          site: "https://site.example",
          scopes: ["offline_access"],
        },
        issuerAuthority: own.certificate,
      },
    });
    const told = await complaints(config);
    if (versionOf(binary!) === "1.36.2") expect(told).toMatch(/oauth2_use_gcm_encryption/);
    else expect(told).toBe("");
  });

  test("app, calls small and large, and health on one address", async () => {
    const worker = await startWorker();
    const port = await envoyBefore(worker.address);
    expect(String((await call(port, "", { method: "GET", path: "/" })).body)).toBe("the app");
    const message = randomFillSync(Buffer.alloc(64 * 2 ** 20));
    for (const each of [Buffer.from("hello"), message]) {
      const { messages, trailers } = readFrames((await call(port, frame(each))).body);
      expect(messages[0]!.equals(each)).toBe(true);
      expect(trailers?.["grpc-status"]).toBe("0");
    }
    const health = await call(port, "", { method: "GET", path: "/healthz" });
    expect(health).toMatchObject({ status: 200, headers: { "content-type": "application/json" } });
    expect(JSON.parse(String(health.body))).toEqual({ proxy: "envoy", worker: "up" });
    expect(health.headers.server).toBeUndefined();
  });

  test("a name instead of an address", async () => {
    const worker = await startWorker();
    const port = await envoyBefore(`localhost:${worker.port}`);
    expect(outcome(await call(port, frame("x"))).code).toBe(0);
  });

  test("worker down: UNAVAILABLE with a text, and health says so", async () => {
    const port = await envoyBefore(`127.0.0.1:${await freePort()}`);
    const result = await call(port, frame("x"));
    expect(result.status).toBe(503);
    expect(outcome(result).code).toBe(14);
    expect(outcome(result).message).toContain("no healthy upstream");
    const health = await call(port, "", { method: "GET", path: "/healthz" });
    expect(health.status).toBe(503);
    expect(JSON.parse(String(health.body))).toEqual({ proxy: "envoy", worker: "down" });
  });

  test("a timeout is DEADLINE_EXCEEDED, which clients do not try again", async () => {
    const worker = await startHttp2Worker((stream) => stream.resume());
    const port = await envoyBefore(worker.address);
    const result = await call(port, frame("x"), { headers: { "grpc-timeout": "50m" } });
    expect(result.status).toBe(504);
    expect(outcome(result)).toEqual({
      code: 4,
      message: "deadline exceeded: the call took longer than allowed",
    });
  });

  test("a port that is taken is told", async () => {
    const worker = await startWorker();
    const port = await envoyBefore(worker.address);
    const config = envoyConfig({ listen: { host: "127.0.0.1", port } });
    await expect(startEnvoy({ binary: binary!, config })).rejects.toThrow("Address already in use");
  });

  const text = "application/grpc-web-text";
  const preflight = { origin: LISTED, "access-control-request-method": "POST" };
  const requests: [string, Buffer | string, RequestOptions][] = [
    ["a call", frame("hello"), {}],
    [
      "a call in text",
      frame("hello").toString("base64"),
      { headers: { "content-type": text, accept: text } },
    ],
    ["an error", frame("error"), {}],
    [
      "an error in text",
      frame("error").toString("base64"),
      { headers: { "content-type": text, accept: text } },
    ],
    ["text that is not base64", "@@@@", { headers: { "content-type": text } }],
    ["a listed origin", frame("hello"), { headers: { origin: LISTED } }],
    ["a preflight", "", { method: "OPTIONS", headers: preflight }],
    ["GET on the path", "", { method: "GET" }],
    ["PUT on the path", "", { method: "PUT" }],
    ["POST elsewhere", frame("x"), { path: "/mindspore.serving.proto.MSMaster/Exit" }],
    ["a file that is not there", "", { method: "GET", path: "/nothing" }],
  ];
  test("answers as the bridge does", async () => {
    const worker = await startWorker((incoming, answer) => {
      if (String(incoming.request) === "error") answer({ code: 3, details: "形状 100%" });
      else answer(null, incoming.request);
    });
    const envoy = await envoyBefore(worker.address);
    const { port: bridge } = await startBridge(worker.address, { origins: [LISTED] });
    const compared = [
      "grpc-status",
      "grpc-message",
      "grpc-encoding",
      "content-type",
      "access-control-allow-origin",
      "access-control-allow-credentials",
      "access-control-allow-methods",
      "access-control-allow-headers",
      "access-control-expose-headers",
      "access-control-max-age",
      "allow",
    ];
    for (const [name, body, options] of requests) {
      const seen = await Promise.all(
        [envoy, bridge].map(async (port) => {
          const result = await call(port, body, options);
          const grpc = options.path === undefined && options.method === undefined;
          const headers = grpc || result.status === 200 ? compared : ["allow"];
          return [
            result.status,
            grpc && String(result.body),
            headers.map((header) => result.headers[header]),
          ];
        }),
      );
      expect([name, seen[0]]).toEqual([name, seen[1]]);
    }
  });
});
