/** What Envoys of other people's say for themselves before Serving, and what the client makes of it. */

import { connect, createServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { Client, type ClientOptions } from "../../src/client/index.ts";
import { startWorker } from "../bridge/grpc-worker.ts";
import { howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";
import { type Additions, filter, startOtherEnvoy } from "./other-envoys.ts";

const rateLimit = (more = "") =>
  filter(
    "local_ratelimit",
    "LocalRateLimit",
    "stat_prefix: one, token_bucket: { max_tokens: 1, tokens_per_fill: 1, fill_interval: 3600s }, " +
      "filter_enabled: { default_value: { numerator: 100 } }, " +
      `filter_enforced: { default_value: { numerator: 100 } }${more}`,
  );
const EXHAUSTED = ", rate_limited_as_resource_exhausted: true";
const BUFFER = filter("buffer", "Buffer", "max_request_bytes: 1000");
const COMPRESSOR = filter(
  "compressor",
  "Compressor",
  "compressor_library: { name: gzip, typed_config: " +
    '{ "@type": type.googleapis.com/envoy.extensions.compression.gzip.compressor.v3.Gzip } }',
);
const answers = (status: number, text: string) =>
  `direct_response: { status: ${status}, body: { inline_string: "${text}" } }`;

const big = { x: new Uint8Array(5000) };

/** What comes of a call. */
async function call(url: string, options: ClientOptions = {}) {
  return new Client(url, "add", "add_common", options).infer(big);
}

/** A way to Envoy on which bytes are changed, such as another proxy's; gives its address. */
async function startRelay(url: string, change: (bytes: Buffer) => Buffer): Promise<string> {
  const server = createServer((socket) => {
    const onward = connect(Number(new URL(url).port), "127.0.0.1");
    socket.on("error", () => onward.destroy()).on("close", () => onward.destroy());
    onward.on("error", () => socket.destroy());
    socket.on("data", (bytes) => onward.write(change(bytes)));
    onward.pipe(socket);
    onTestFinished(() => void socket.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

const said = (kind: string, error: RegExp, hint: RegExp, more: object = {}) => ({
  kind,
  error: expect.stringMatching(error),
  hint: expect.objectContaining({ en: expect.stringMatching(hint) }),
  ...more,
});

const OWN_LIMIT = /a gateway's limit, not Serving's/;
const MAY_PASS = /which may pass/;

const cases: [string, Additions, object, ClientOptions?][] = [
  [
    "a limit of the body, before the filter grpc_web,",
    { before: BUFFER },
    said("too-large", /^HTTP 413/, OWN_LIMIT, { httpStatus: 413 }),
  ],
  [
    "a limit of the body, behind the filter grpc_web,",
    { after: BUFFER },
    said("too-large", /^Payload Too Large$/, OWN_LIMIT, { httpStatus: 413, grpcStatus: 2 }),
  ],
  [
    "a limit of the headers",
    { manager: "max_request_headers_kb: 1" },
    said("refused", /^HTTP 431/, /^Cookies and metadata together/),
    { metadata: { "x-large": "a".repeat(3000) } },
  ],
  [
    "an answer of its own with HTTP 500",
    { action: answers(500, "oops") },
    said("worker-down", /^oops$/, MAY_PASS, { httpStatus: 500, grpcStatus: 2 }),
  ],
  [
    "an error that it compressed",
    { after: COMPRESSOR, action: answers(503, "upstream connect error or disconnect/reset before headers") },
    said("worker-down", /^the proxy compressed its error text/, /./),
  ],
  [
    "a redirect to https",
    { action: "redirect: { https_redirect: true }" },
    said("not-grpc-web", /redirected the call to https:/, /^Give the client the https:\/\/ address/, {
      redirectedTo: expect.stringMatching(/^https:.*\/Predict$/),
    }),
  ],
  [
    "a redirect to a login page",
    { action: "redirect: { path_redirect: /login }" },
    said("unauthorized", /redirected the call to http:.*\/login/, /sign in again and reload/),
  ],
];

describe.skipIf(skipWithoutEnvoy)(`an Envoy of somebody else's${howToGetEnvoy}`, () => {
  it.each(cases)("%s is told as what it is", async (_, additions, expected, options) => {
    const worker = await startWorker();
    const url = await startOtherEnvoy(worker.address, additions);
    expect(await call(url, options)).toMatchObject(expected);
    expect(worker.calls).toBe(0);
  });

  it.each([
    ["before", /^HTTP 429 .*local_rate_limited$/],
    ["after", /^local_rate_limited$/],
  ] as const)("a rate limit %s the filter grpc_web is told as a full queue", async (place, text) => {
    const worker = await startWorker();
    const url = await startOtherEnvoy(worker.address, { [place]: rateLimit() });
    await call(url);
    expect(await call(url)).toMatchObject(said("queue-full", text, /fewer calls/, { httpStatus: 429 }));
    expect(worker.calls).toBe(1);
  });

  it.each(["before", "after"])(
    "a rate limit %s the filter grpc_web that asks for RESOURCE_EXHAUSTED gets UNAVAILABLE, and is told as a full queue",
    async (place) => {
      const worker = await startWorker();
      const url = await startOtherEnvoy(worker.address, { [place]: rateLimit(EXHAUSTED) });
      await call(url);
      expect(await call(url)).toMatchObject({ kind: "queue-full", code: 14, httpStatus: 429 });
      expect(worker.calls).toBe(1);
    },
  );

  it("a gRPC status that is nobody's of Serving's is told by its text, as a refusal", async () => {
    const worker = await startWorker((_, answer) => answer({ code: 9, details: "blocked by policy 7" }));
    const url = await startOtherEnvoy(worker.address);
    expect(await call(url)).toMatchObject(said("refused", /^blocked by policy 7$/, /its text says why/));
  });

  it("an upload that is slower than it waits is told as a timeout", async () => {
    const worker = await startWorker();
    const url = await startOtherEnvoy(worker.address, { manager: "request_timeout: 0.5s" });
    let passed = 0;
    const slow = await startRelay(url, (bytes) => {
      const part = bytes.subarray(0, Math.max(0, 1500 - passed));
      passed += part.length;
      return part;
    });
    expect(await call(slow)).toMatchObject(
      said("timeout", /^request timeout$/, /stopped waiting for the upload/, { httpStatus: 408 }),
    );
    expect(worker.calls).toBe(0);
  });

  it("a proxy before it that speaks HTTP/1.0, as nginx does by itself, is told as what is to be fixed", async () => {
    const worker = await startWorker();
    const url = await startOtherEnvoy(worker.address);
    const nginx = await startRelay(url, (bytes) =>
      Buffer.from(bytes.toString("latin1").replace("HTTP/1.1\r\n", "HTTP/1.0\r\n"), "latin1"),
    );
    expect(await call(nginx)).toMatchObject(said("refused", /^HTTP 426/, /proxy_http_version 1\.1/));
    expect(worker.calls).toBe(0);
  });
});
