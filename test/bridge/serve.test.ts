import { once } from "node:events";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { serve } from "../../src/bridge/serve.ts";
import { call, frame, outcome } from "./grpc-web-call.ts";
import { startWorker } from "./grpc-worker.ts";
import { directoryOf } from "./parts.ts";

test("app and calls are served on one address", async () => {
  const worker = await startWorker();
  const appDir = await directoryOf({ "index.html": "the app" });
  const served = await serve({ port: 0, bridge: { worker: worker.address }, appDir });
  onTestFinished(() => served.close());
  expect(served.url).toBe(`http://127.0.0.1:${served.port}`);
  expect(await (await fetch(served.url)).text()).toBe("the app");
  expect(outcome(await call(served.port, frame("x"))).code).toBe(0);
});

test("without a bridge the call's path is not found", async () => {
  const served = await serve({ port: 0, appDir: await directoryOf({ "index.html": "the app" }) });
  onTestFinished(() => served.close());
  expect((await call(served.port, frame("x"))).status).toBe(405);
});

test("a port in use is reported in one sentence that names the option", async () => {
  const first = await serve({ port: 0, appDir: "/nonexistent" });
  onTestFinished(() => first.close());
  await expect(serve({ port: first.port, appDir: "/nonexistent" })).rejects.toThrow(
    `port ${first.port} is in use by another program: choose another with --port`,
  );
  await expect(serve({ host: "192.0.2.1", port: 0, appDir: "/nonexistent" })).rejects.toThrow("--host");
});

test("the address of every interface is shown as localhost", async () => {
  const served = await serve({ host: "0.0.0.0", port: 0, appDir: "/nonexistent" });
  onTestFinished(() => served.close());
  expect(served.url).toBe(`http://localhost:${served.port}`);
});

test("closing ends idle and busy connections at once", async () => {
  const served = await serve({ port: 0, appDir: "/nonexistent" });
  const idle = connect(served.port, "127.0.0.1");
  const busy = connect(served.port, "127.0.0.1");
  await Promise.all([once(idle, "connect"), once(busy, "connect")]);
  busy.write("POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\n");
  await once(busy, "data");
  const ended = [idle, busy].map((socket) =>
    once(
      socket.on("error", () => {}),
      "close",
    ),
  );
  await served.close();
  await Promise.all(ended);
});
