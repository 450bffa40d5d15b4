/** What only a proxy on the edge needs: Envoy against clients that mean no good. */

import http2 from "node:http2";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { describe, expect, it, onTestFinished } from "vitest";
import { Client, isError } from "../../src/client/index.ts";
import { envoyConfig } from "../../src/envoy/config.ts";
import { call, frame, outcome } from "../bridge/grpc-web-call.ts";
import { startWorker } from "../bridge/grpc-worker.ts";
import { freePort } from "../bridge/parts.ts";
import { launchBrowser, newPage } from "../browser/browser.ts";
import { deferred } from "../setup/deferred.ts";
import { howToGetEnvoy, skipWithoutEnvoy } from "../setup/envoy.ts";
import { runEnvoy, startProxy } from "./proxies.ts";

describe.skipIf(skipWithoutEnvoy)(`the edge of Envoy${howToGetEnvoy}`, () => {
  it("runs the committed file without a warning", async () => {
    const warnings: string[] = [];
    const worker = await startWorker();
    const { port, close } = await startProxy("Envoy", [worker.address], {
      onLog: (line) => warnings.push(line),
    });
    expect(outcome(await call(port, frame("x"))).code).toBe(0);
    await close();
    expect(warnings.filter((line) => !line.includes("SIGTERM"))).toEqual([]);
  });

  it("header names with underscores are refused", async () => {
    const worker = await startWorker();
    const { port } = await startProxy("Envoy", [worker.address]);
    expect((await call(port, frame("x"), { headers: { x_a: "1" } })).status).toBe(400);
    expect(worker.calls).toBe(0);
  });

  it("heads that never end are cut off, and keep nobody out meanwhile", async () => {
    const worker = await startWorker();
    const { port } = await startProxy("Envoy", [worker.address]);
    const closed = Array.from({ length: 50 }, () => {
      const socket = connect(port, "127.0.0.1", () =>
        socket.write("POST / HTTP/1.1\r\nhost: localhost\r\nx-slow: "),
      );
      return new Promise((end) =>
        socket
          .on("error", () => {})
          .resume()
          .on("close", end),
      );
    });
    expect(outcome(await call(port, frame("x"))).code).toBe(0);
    await Promise.all(closed);
  });

  it("every call is a line of JSON with its gRPC status and no secret", async () => {
    const lines: string[] = [];
    const logged = deferred<void>();
    const worker = await startWorker((_, answer) => answer({ code: 3, details: "no" }));
    const { port } = await startProxy("Envoy", [worker.address], {
      onAccess: (line) => {
        lines.push(line);
        logged.resolve();
      },
    });
    await call(port, frame("s3cret body"), {
      headers: { authorization: "Bearer s3cret" },
    });
    await logged.promise;
    expect(JSON.parse(lines[0]!)).toMatchObject({
      method: "POST",
      path: "/mindspore.serving.proto.MSService/Predict",
      http_status: 200,
      grpc_status: 3,
      worker: worker.address,
      tries: 1,
    });
    expect(lines[0]).not.toContain("s3cret");
  });

  it("a query is not logged", async () => {
    const logged = deferred<string>();
    const worker = await startWorker();
    const { url } = await startProxy("Envoy", [worker.address], { onAccess: logged.resolve });
    await fetch(`${url}/index.html?token=s3cret`);
    expect(JSON.parse(await logged.promise)).toMatchObject({ path: "/index.html", http_status: 200 });
    expect(await logged.promise).not.toContain("s3cret");
  });

  it("the app comes with the security headers and without a server's name", async () => {
    const worker = await startWorker();
    const { url } = await startProxy("Envoy", [worker.address]);
    const { headers } = await fetch(url);
    expect(headers.get("content-security-policy")).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    for (const name of ["server", "x-powered-by", "via"]) expect(headers.get(name)).toBeNull();
  });

  it("what a client says of itself is not believed", async () => {
    const seen = deferred<Record<string, unknown>>();
    const worker = await startWorker((incoming, answer) => {
      seen.resolve(incoming.metadata.getMap());
      // Longer than the time limit that the request would like to set.
      setTimeout(() => answer(null, incoming.request), 60);
    });
    const { port } = await startProxy("Envoy", [worker.address]);
    const headers = {
      "x-envoy-upstream-rq-timeout-ms": "10",
      "x-envoy-retry-on": "5xx",
      "x-forwarded-proto": "https",
      "x-request-id": "mine",
    };
    expect(outcome(await call(port, frame("x"), { headers })).code).toBe(0);
    const metadata = await seen.promise;
    expect(metadata).toMatchObject({ "x-forwarded-proto": "http" });
    expect(metadata["x-request-id"]).not.toBe("mine");
    for (const name of Object.keys(headers).slice(0, 2)) expect(metadata).not.toHaveProperty(name);
  });

  it("too many calls at once over one connection are refused readably", async () => {
    const worker = await startWorker();
    const port = await freePort();
    const usual = envoyConfig({ listen: { host: "127.0.0.1", port }, workers: [worker.address] });
    // Whether 2,000 calls are used up before more are allowed depends on the machine.
    const config = usual.replace(
      "max_tokens: 2000, tokens_per_fill: 100",
      "max_tokens: 50, tokens_per_fill: 1",
    );
    expect(config).not.toBe(usual);
    await runEnvoy(config);
    // HTTP/2, as over TLS: only there do enough calls go over one connection.
    const session = http2.connect(`http://127.0.0.1:${port}`);
    session.on("error", () => {});
    const send = () =>
      new Promise<http2.IncomingHttpHeaders>((done) => {
        const stream = session.request({
          ":method": "POST",
          ":path": "/mindspore.serving.proto.MSService/Predict",
          "content-type": "application/grpc-web+proto",
        });
        let head: http2.IncomingHttpHeaders = {};
        stream.on("response", (headers) => {
          head = headers;
        });
        stream.resume().on("close", () => done(head));
        stream.end(frame("x"));
      });
    const heads = await Promise.all(Array.from({ length: 100 }, send));
    const refused = heads.filter((head) => Number(head[":status"]) === 429);
    expect(refused[0]).toMatchObject({ ":status": 429, "retry-after": "1" });
    expect(heads.filter((head) => Number(head[":status"]) === 200).length).toBeGreaterThanOrEqual(50);
    session.destroy();
  });

  it.each([
    ["before the grpc_web filter, as in envoy.yaml", "HTTP 429 Too Many Requests: local_rate_limited"],
    ["behind it, as others may have it", "local_rate_limited"],
  ])("a call above its rate limit is told as a full queue, with the limit %s", async (place, error) => {
    const worker = await startWorker();
    const port = await freePort();
    let config = envoyConfig({ listen: { host: "127.0.0.1", port }, workers: [worker.address] })
      .replace(/max_tokens: .* }/, "max_tokens: 1, tokens_per_fill: 1, fill_interval: 3600s }")
      .replace("rate_limit_per_downstream_connection: true", "rate_limit_per_downstream_connection: false");
    if (place.startsWith("behind")) {
      const filter = / *- name: envoy\.filters\.http\.local_ratelimit\n(?: {12}.*\n)+/.exec(config)![0];
      const next = / *- name: envoy\.filters\.http\.health_check\n/;
      config = config.replace(filter, "").replace(next, (found) => filter + found);
    }
    await runEnvoy(config);
    const client = new Client(`http://127.0.0.1:${port}`, "echo", "echo", { release: "1.2" });
    expect(isError(await client.infer({ x: 1 }))).toBe(false);
    expect(await client.infer({ x: 1 })).toMatchObject({ kind: "queue-full", code: 14, error });
    expect(worker.calls).toBe(1);
  });

  it("its administration answers on the loopback address alone", async () => {
    const [port, admin] = [await freePort(), await freePort()];
    const config = envoyConfig({
      listen: { host: "0.0.0.0", port },
      admin: { host: "127.0.0.1", port: admin },
    });
    await runEnvoy(config);
    expect((await fetch(`http://127.0.0.1:${admin}/ready`)).status).toBe(200);
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ internal, family }) => !internal && family === "IPv4")?.address;
    // Every machine has 127.0.0.2 too; one without a network has nothing further out.
    for (const host of ["127.0.0.2", ...(outside ? [outside] : [])]) {
      expect(await opens(host, port)).toBe(true);
      expect(await opens(host, admin)).toBe(false);
    }
  });

  it("a page comes through a thousand idle connections and fifty heads that never end", async () => {
    const worker = await startWorker();
    const { url, port } = await startProxy("Envoy", [worker.address]);
    const idle = Array.from({ length: 1050 }, async (_, i) => {
      const socket = connect(port, "127.0.0.1");
      onTestFinished(() => void socket.destroy());
      await new Promise((open) => socket.on("error", () => {}).on("connect", open));
      if (i < 50) socket.write("GET / HTTP/1.1\r\nhost: localhost\r\nx-slow: ");
    });
    await Promise.all(idle);
    const browser = await launchBrowser();
    onTestFinished(() => browser.close());
    const page = await newPage(browser);
    await page.goto(url);
    expect(await page.title()).toBe("the app");
    const status = await page.evaluate(
      async (body) => {
        const headers = { "content-type": "application/grpc-web+proto" };
        const path = "/mindspore.serving.proto.MSService/Predict";
        return (await fetch(path, { method: "POST", headers, body: new Uint8Array(body) })).status;
      },
      [...frame("x")],
    );
    expect(status).toBe(200);
    expect(worker.calls).toBe(1);
  });
});

/** Whether somebody listens there. */
function opens(host: string, port: number): Promise<boolean> {
  return new Promise((told) => {
    const socket = connect(port, host, () => told(true));
    socket.on("connect", () => socket.destroy()).on("error", () => told(false));
  });
}
