/** The doctor at real proxies, each with one thing wrong: it has to name that thing first. */

import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createSocketServer } from "node:net";
import { createServer as createTls } from "node:tls";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Case } from "../../src/cli/doctor/case.ts";
import { parseDoctorOptions } from "../../src/cli/doctor/doctor-options.ts";
import { examine } from "../../src/cli/doctor/examine.ts";
import { tls } from "../../src/cli/doctor/network-steps.ts";
import { type DemoServing, startDemoServing } from "../../src/demo-serving/demo-serving.ts";
import { predict } from "../../src/demo-serving/protocol/predict.ts";
import { rulesOf } from "../../src/demo-serving/protocol/release.ts";
import { envoyConfig } from "../../src/envoy/config.ts";
import type { EnvoyConfigOptions } from "../../src/envoy/options.ts";
import { startEnvoy } from "../../src/envoy/process.ts";
import { encodeReply } from "../../src/wire/reply.ts";
import { decodeRequest } from "../../src/wire/request.ts";
import { startWorker as startGrpc } from "../bridge/grpc-worker.ts";
import { freePort, startBridge } from "../bridge/parts.ts";
import { MortalServable, serveServables } from "../demo-serving/faulty-servables.ts";
import { proxies, startProxy, workerUp } from "../envoy/proxies.ts";
import { selfSigned } from "../setup/certificate.ts";
import { binary, howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";

const PAGE = "https://page.example";

let worker: DemoServing;
beforeAll(async () => {
  worker = await startDemoServing({ port: 0 });
});
afterAll(() => worker.close());

function caseOf(...words: string[]): Case {
  return parseDoctorOptions([...words, "--lang", "en"])!.subject;
}

/** What the doctor says to fix first, and the statuses of all steps by their names. */
async function diagnose(...words: string[]) {
  const results = await examine(caseOf(...words), () => {});
  const first = results.find(({ status }) => status === "failed");
  return {
    first: first && {
      step: first.step.id,
      detail: first.detail.en,
      fix: first.fix!.en,
      zh: first.fix!.zh,
    },
    statuses: Object.fromEntries(results.map(({ step, status }) => [step.id, status])),
  };
}

/** That the first thing to fix is found in this step, with advice that says this. */
async function expectFix(words: string[], step: string, fix: RegExp, detail = /./) {
  const { first } = await diagnose(...words);
  expect(first).toMatchObject({
    step,
    detail: expect.stringMatching(detail),
    fix: expect.stringMatching(fix),
    zh: expect.stringMatching(/[一-鿿]/),
  });
}

async function serveHttp(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A real Envoy whose configuration was changed by hand. */
async function startChangedEnvoy(
  change: (yaml: string) => string,
  options: Partial<EnvoyConfigOptions> = {},
): Promise<number> {
  const port = await freePort();
  const config = envoyConfig({
    listen: { host: "127.0.0.1", port },
    workers: [worker.address],
    origins: [PAGE],
    ...options,
  });
  const envoy = await startEnvoy({ binary: binary!, config: change(config) });
  onTestFinished(() => envoy.close());
  return port;
}

describe.each(proxies)("the doctor behind $title", ({ name, skip }) => {
  const start = async (address = worker.address, origins = [PAGE]) =>
    (await startProxy(name, [address], { origins })).url;

  it.skipIf(skip)("finds nothing to fix when all is well", async () => {
    const url = await start();
    await workerUp(url);
    const { first, statuses } = await diagnose(url, "add", "add_common", "--origin", PAGE);
    expect(first).toBeUndefined();
    expect(statuses).toEqual({
      dns: "skipped",
      tcp: "ok",
      tls: "skipped",
      http: "ok",
      path: "ok",
      "grpc-web": "ok",
      cors: "ok",
      "exposed-headers": "ok",
      "packed-requests": "ok",
      worker: "ok",
      servable: "ok",
      method: "ok",
      "live-worker": "skipped",
      "message-limit": "ok",
    });
  });

  it.skipIf(skip)("finds an origin that is not allowed, and checks the rest all the same", async () => {
    const url = await start(worker.address, []);
    await workerUp(url);
    await expectFix([url, "--origin", PAGE], "cors", /allow the origin.*--origin https:\/\/page.example/);
    const { statuses } = await diagnose(url, "add", "add_common", "--origin", PAGE);
    expect(statuses).toMatchObject({ "exposed-headers": "skipped", method: "ok", "message-limit": "ok" });
  });

  it.skipIf(skip)("finds that there is no worker", async () => {
    const url = await start(`127.0.0.1:${await freePort()}`);
    await expectFix([url, "add", "add_common"], "worker", /Start Serving/);
  });

  it.skipIf(skip)("finds a missing servable, method or version", async () => {
    const url = await start();
    await workerUp(url);
    await expectFix([url, "sub", "add_common"], "servable", /its name and version/, /servable\(sub\)/);
    await expectFix([url, "add", "add_common", "--version", "7"], "servable", /version/, /version\(7\)/);
    await expectFix([url, "add", "sub_common"], "method", /servable_config\.py/, /method\(sub_common\)/);
  });

  it.skipIf(skip)("finds a worker that dies after its first answer", async () => {
    const rules = rulesOf("1.5");
    const half = await startGrpc(async ({ request }, answer) => {
      const asked = decodeRequest(request, rules.instancesField);
      if (asked.spec?.name === "add") return answer({ code: 14, details: "gone" });
      answer(null, Buffer.concat(encodeReply(await predict(asked, [], rules)).parts as Uint8Array[]));
    });
    const url = await start(half.address);
    await workerUp(url);
    await expectFix([url, "add"], "servable", /Start Serving/, /gone/);
  });

  it.skipIf(skip)("finds a path that is not the proxy's", async () => {
    await expectFix([`${await start()}/serving`], "path", /Leave \/serving out/, /POST \/serving\/mind/);
  });
});

describe.skipIf(skipWithoutEnvoy)(`the doctor, of an Envoy with one thing wrong${howToGetEnvoy}`, () => {
  it("finds headers that are not exposed", async () => {
    const port = await startChangedEnvoy((yaml) =>
      yaml.replace(/expose_headers: .*/, "expose_headers: date"),
    );
    await expectFix(
      [`127.0.0.1:${port}`, "--origin", PAGE],
      "exposed-headers",
      /expose_headers/,
      /lacks grpc-status, grpc-message/,
    );
  });

  it("finds request headers that are not allowed", async () => {
    const port = await startChangedEnvoy((yaml) =>
      yaml.replace(/allow_headers: .*/, "allow_headers: content-type"),
    );
    const words = [`127.0.0.1:${port}`, "--origin", PAGE];
    await expectFix(words, "cors", /allow_headers/, /lacks grpc-timeout, x-grpc-web/);
  });

  it("says what `compress: true` would need, which is no fault without it", async () => {
    const port = await startChangedEnvoy((yaml) => yaml.replace(" grpc-encoding,", ""));
    await workerUp(`http://127.0.0.1:${port}`);
    const results = await examine(caseOf(`127.0.0.1:${port}`, "--origin", PAGE), () => {});
    expect(results.filter(({ status }) => status === "failed")).toEqual([]);
    expect(results.find(({ step }) => step.id === "packed-requests")).toMatchObject({
      status: "skipped",
      detail: { en: expect.stringMatching(/grpc-encoding is not allowed.*allow_headers/) },
    });
  });

  it("finds that gRPC-Web is not translated", async () => {
    const port = await startChangedEnvoy((yaml) =>
      yaml.replace(/ *- name: envoy.filters.http.grpc_web\n.*\n.*GrpcWeb\n/, ""),
    );
    await workerUp(`http://127.0.0.1:${port}`);
    await expectFix([`127.0.0.1:${port}`], "grpc-web", /envoy.filters.http.grpc_web/);
  });

  it("finds http:// before an address of TLS, and a certificate that nobody knows", async () => {
    const port = await startChangedEnvoy((yaml) => yaml, { tls: selfSigned() });
    await expectFix([`http://127.0.0.1:${port}`], "http", /Write https:\/\//);
    await expectFix([`https://localhost:${port}`], "tls", /certificate/, /SELF_SIGNED/);
  });
});

describe("the doctor, of an address that is not a proxy's,", () => {
  it("finds a name that can't be resolved", async () => {
    await expectFix(["http://serving.invalid"], "dns", /fix the name in the address/);
  });

  it("finds a port where nothing listens", async () => {
    await expectFix([`localhost:${await freePort()}`], "tcp", /is the port right/, /ECONNREFUSED/);
  });

  it("finds Serving's own gRPC port", async () => {
    await expectFix([worker.address], "http", /gRPC port.*serve --worker/);
  });

  it("finds https:// before an address of plain http", async () => {
    const url = await serveHttp((_, response) => response.end("hello"));
    await expectFix([url.replace("http:", "https:")], "tls", /Write http:\/\//);
  });

  it("finds a web server with and without a page for every path", async () => {
    const strict = await serveHttp((request, response) => {
      response
        .writeHead(request.method === "GET" ? 200 : 405, { "content-type": "text/html" })
        .end("<p>hello");
    });
    await expectFix([strict], "path", /another web server/, /HTTP 405/);
    const lenient = await serveHttp((_, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<p>hello"),
    );
    await expectFix([lenient], "grpc-web", /does not speak gRPC-Web/, /text\/html/);
  });

  it("finds a redirect", async () => {
    const url = await serveHttp((_, response) =>
      response.writeHead(301, { location: "https://new.example/" }).end(),
    );
    await expectFix([url], "path", /redirects to/, /https:\/\/new\.example/);
  });

  it("finds a redirect to https, and one to a login page", async () => {
    const to = async (location: (host: string) => string) =>
      serveHttp((request, response) =>
        response.writeHead(302, { location: location(request.headers.host!) }).end(),
      );
    const secure = await to((host) => `https://${host}/`);
    await expectFix([secure], "path", /^Write https:\/\//, /HTTP 302 Found → https:\/\/127/);
    for (const place of ["https://sso.example/?to=x", "/oauth2/start", "https://accounts.example/"]) {
      await expectFix([await to(() => place)], "path", /login page.*`metadata`/, /HTTP 302/);
    }
    await expectFix([await to(() => "https://new.example/author")], "path", /redirects to/);
  });

  it.each([
    [400, /Point the client at the proxy/],
    [408, /upload/],
    [425, /gateway .* failed, which may pass/],
    [426, /proxy_http_version 1\.1/],
    [431, /Clear this site's cookies/],
    [500, /gateway .* failed, which may pass/],
    [511, /^This network wants you to sign in/],
    [521, /gateway .* failed, which may pass/],
    [524, /^No answer within the time allowed/],
    [429, /fewer calls at once/],
  ])("finds what a gateway says by HTTP %d", async (status, fix) => {
    const url = await serveHttp((_, response) =>
      response.writeHead(status, { "content-type": "text/html" }).end("<h1>A gateway's page"),
    );
    await expectFix([url], "worker", fix, new RegExp(`^HTTP ${status} .*A gateway's page$`));
  });

  it("finds that a plain web server's 400 is TLS", async () => {
    const { certificate, privateKey } = selfSigned();
    const secure = createTls({ cert: readFileSync(certificate), key: readFileSync(privateKey) });
    const plain = createServer((_, response) => response.writeHead(400).end("plain HTTP sent to HTTPS port"));
    // One port for both, as nginx has it: a handshake begins with this byte.
    const either = createSocketServer((socket) =>
      socket.once("data", (bytes) => {
        socket.pause().unshift(bytes);
        (bytes[0] === 0x16 ? secure : plain).emit("connection", socket);
        process.nextTick(() => socket.resume());
      }),
    );
    await new Promise<void>((listening) => either.listen(0, "127.0.0.1", listening));
    onTestFinished(() => void either.close());
    const url = `http://127.0.0.1:${(either.address() as AddressInfo).port}`;
    await expectFix([url], "path", /^Write https:\/\//, /HTTP 400/);
  });

  it("blames the worker for a gateway without its upstream", async () => {
    const url = await serveHttp((_, response) =>
      response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad Gateway"),
    );
    await expectFix([url], "worker", /Start Serving/, /HTTP 502/);
  });
});

it("the doctor finds a page of https that calls plain http on another machine", async () => {
  const remote = await tls(caseOf("http://192.0.2.1", "--origin", PAGE));
  expect(remote).toMatchObject({ status: "failed", fix: { en: expect.stringContaining("mixed content") } });
  const local = await tls(caseOf("http://localhost:8080", "--origin", PAGE));
  expect(local.status).toBe("skipped");
});

it("the doctor does not see that all workers have died, and does not claim that they are there", async () => {
  const servable = new MortalServable();
  const url = await serveServables([servable]);
  servable.kill();
  const results = await examine(caseOf(url, "mortal", "echo"), () => {});
  const found = Object.fromEntries(
    results.map(({ step, status, detail }) => [step.id, { status, ...detail }]),
  );
  expect(found.method).toMatchObject({ status: "ok", en: "echo, inputs n" });
  expect(found["live-worker"]).toMatchObject({
    status: "skipped",
    en: expect.stringMatching(/^not checked: only a call that runs the method shows/),
    zh: expect.stringMatching(/^未检查/),
  });
});

describe("the doctor finds the message limit", () => {
  it("of Serving itself", async () => {
    const small = await startDemoServing({ port: 0, maxMessageBytes: 2 ** 20 });
    onTestFinished(() => small.close());
    const { url } = await startBridge(small.address);
    await expectFix([url], "message-limit", /max_msg_mb_size/, /larger than max/);
    expect((await diagnose(url, "--message-mb", "1")).first?.step).toBe("message-limit"); // 1 MB and its frame
  });

  it("of a proxy", async () => {
    const { url } = await startBridge(worker.address, { maxRequestBytes: 2 ** 20 });
    await expectFix([url], "message-limit", /client_max_body_size/, /proxy's limit/);
  });
});
