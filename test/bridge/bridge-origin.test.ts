import { once } from "node:events";
import { connect } from "node:net";
import { expect, test } from "vitest";
import { createBridge } from "../../src/bridge/bridge.ts";
import { call, frame, outcome } from "./grpc-web-call.ts";
import { startWorker } from "./grpc-worker.ts";
import { freePort, startBridge } from "./parts.ts";

const LISTED = "https://app.example:8443";

test("the page's own origin, and clients without one, call freely", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address);
  for (const name of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, `app.localhost:${port}`]) {
    const result = await call(port, frame("x"), { headers: { host: name, origin: `http://${name}` } });
    expect(outcome(result).code).toBe(0);
    expect(result.headers["access-control-allow-origin"]).toBeUndefined();
  }
  expect(outcome(await call(port, frame("x"))).code).toBe(0);
});

test("a listed origin gets the headers that let it read replies and errors", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address, { origins: [LISTED] });
  const down = await startBridge(`127.0.0.1:${await freePort()}`, { origins: [LISTED] });
  for (const result of [
    await call(port, frame("x"), { headers: { origin: LISTED } }),
    await call(down.port, frame("x"), { headers: { origin: LISTED } }),
    await call(port, frame("x"), { headers: { origin: LISTED, "content-type": "text/plain" } }),
    await call(port, "", { method: "GET", headers: { origin: LISTED } }),
  ]) {
    expect(result.headers).toMatchObject({
      "access-control-allow-origin": LISTED,
      "access-control-allow-credentials": "true",
      "access-control-expose-headers":
        "grpc-status, grpc-message, grpc-status-details-bin, retry-after, www-authenticate",
      vary: "origin",
    });
  }
});

test("every other origin is refused, and nothing reaches the worker", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address, { origins: [LISTED] });
  const others = [
    "https://evil.example",
    "null",
    `https://127.0.0.1:${port}`,
    `http://127.0.0.1:${port + 1}`,
    "https://app.example",
    `${LISTED}.evil.example`,
    LISTED.toUpperCase(),
  ];
  for (const origin of others) {
    for (const method of ["POST", "OPTIONS"]) {
      const headers = { origin, "access-control-request-method": "POST" };
      const result = await call(port, method === "POST" ? frame("x") : "", { method, headers });
      expect(result.status).toBe(403);
      expect(result.headers["access-control-allow-origin"]).toBeUndefined();
      expect(result.headers["access-control-allow-credentials"]).toBeUndefined();
      expect(outcome(result).code).toBe(7);
      expect(outcome(result).message).toBe(
        `origin ${origin} is not allowed here: ${
          origin === "null"
            ? "a file, or a frame in a sandbox, has none of its own; open the page from a web server"
            : `start with --origin ${origin}`
        }`,
      );
    }
  }
  expect(worker.calls).toBe(0);
});

test("a preflight is answered without the worker, with the headers that were asked for", async () => {
  const { port } = await startBridge(`127.0.0.1:${await freePort()}`, { origins: [LISTED] });
  const ask = (wanted: string) =>
    call(port, "", {
      method: "OPTIONS",
      headers: {
        origin: LISTED,
        "access-control-request-method": "POST",
        "access-control-request-headers": wanted,
      },
    });
  const result = await ask("content-type,X-Tenant, x-grpc-web");
  expect(result.status).toBe(200);
  expect(result.headers).toMatchObject({
    "access-control-allow-origin": LISTED,
    "access-control-allow-credentials": "true",
    "access-control-allow-methods": "POST, OPTIONS",
    "access-control-allow-headers":
      "content-type, x-grpc-web, x-user-agent, grpc-timeout, grpc-encoding, authorization, traceparent, tracestate, x-tenant",
    "access-control-max-age": "600",
  });
  expect((await ask("x a, <script>")).headers["access-control-allow-headers"]).not.toContain("script");
});

test("a foreign name for this machine is refused, as in DNS rebinding", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address, { origins: [LISTED] });
  const host = `rebound.example:${port}`;
  const result = await call(port, frame("x"), { headers: { host, origin: `http://${host}` } });
  expect(result.status).toBe(403);
  expect(outcome(result).message).toContain("host rebound.example is not this machine");
  expect(worker.calls).toBe(0);
  // A listed origin vouches for its host, as when a tunnel leads here.
  const listed = await call(port, frame("x"), { headers: { host: "app.example:8443", origin: LISTED } });
  expect(outcome(listed).code).toBe(0);
});

const APPS = ["chrome-extension://abcdefghijklmnop", "capacitor://localhost", "app://main.example:3"];

test("extensions and apps in a web view, whose origins have schemes of their own, are let in as others are", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address, { origins: APPS });
  for (const origin of APPS) {
    const result = await call(port, frame("x"), { headers: { origin } });
    expect(outcome(result).code).toBe(0);
    expect(result.headers["access-control-allow-origin"]).toBe(origin);
  }
  // They vouch for no host: what an extension is called, a page of the web may be called too.
  const host = `abcdefghijklmnop:${port}`;
  expect((await call(port, frame("x"), { headers: { host } })).status).toBe(403);
});

test("a refusal names the command as it was started, and what to add", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address, { command: "npx mindspore-serving-web serve" });
  const refused = async (headers: Record<string, string>) =>
    outcome(await call(port, frame("x"), { headers })).message;
  expect(await refused({ origin: "capacitor://localhost" })).toBe(
    "origin capacitor://localhost is not allowed here: start with --origin capacitor://localhost " +
      "(npx mindspore-serving-web serve --origin capacitor://localhost)",
  );
  expect(await refused({ host: "tunnel.example" })).toBe(
    "host tunnel.example is not this machine: call localhost, or start with --origin http://tunnel.example " +
      "(npx mindspore-serving-web serve --origin http://tunnel.example)",
  );
});

test("other methods on the path get 405 with allow, and other paths are not the bridge's", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address);
  for (const method of ["GET", "PUT", "DELETE", "HEAD"]) {
    const result = await call(port, "", { method });
    expect(result.status).toBe(405);
    expect(result.headers.allow).toBe("POST, OPTIONS");
  }
  const bridge = createBridge({ worker: worker.address });
  for (const url of [
    "/",
    "/index.html",
    "/mindspore.serving.proto.MSService/Predict/",
    "/mindspore.serving.proto.MSMaster/Exit",
  ]) {
    expect(bridge.handle({ url, headers: {} } as never, {} as never)).toBe(false);
  }
  await bridge.close();
});

test("/healthz tells whether the worker is up", async () => {
  const worker = await startWorker();
  const { url } = await startBridge(worker.address);
  const down = await startBridge(`127.0.0.1:${await freePort()}`);
  const up = await fetch(`${url}/healthz`);
  expect(up.status).toBe(200);
  expect(up.headers.get("content-type")).toBe("application/json");
  expect(await up.json()).toEqual({ proxy: "bridge", worker: "up" });
  const gone = await fetch(`${down.url}/healthz`);
  expect(gone.status).toBe(503);
  expect(await gone.json()).toEqual({ proxy: "bridge", worker: "down" });
  expect((await fetch(`${url}/healthz`, { method: "POST" })).status).toBe(405);
});

test("invalid options are refused at once", () => {
  const make =
    (worker: string, origins: string[] = []) =>
    () =>
      createBridge({ worker, origins });
  expect(make("localhost")).toThrow('"localhost" is not an address: write host:port');
  expect(make("http://localhost:5500")).toThrow(TypeError);
  expect(make("localhost:70000")).toThrow(TypeError);
  expect(make("localhost:5500", ["https://app.example/"])).toThrow("such as https://app.example");
  expect(make("localhost:5500", ["*"])).toThrow('"*" is not an origin');
  expect(make("localhost:5500", ["capacitor://localhost/"])).toThrow("such as capacitor://localhost");
  expect(make("localhost:5500", ["HTTPS://App.example:443"])).toThrow("such as https://app.example");
  for (const none of ["null", "file:///index.html", "https://", "blob:https://app.example", "app.example"]) {
    expect(make("localhost:5500", [none])).toThrow("such as https://example.com");
  }
});

test("a request without a host is refused", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address);
  const socket = connect(port, "127.0.0.1", () => socket.write("GET /healthz HTTP/1.0\r\n\r\n"));
  const [answer] = await once(socket, "data");
  expect(String(answer)).toContain("HTTP/1.1 403 ");
  socket.destroy();
});
