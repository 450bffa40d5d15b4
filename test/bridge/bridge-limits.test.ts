import { expect, test } from "vitest";
import { deferred } from "../setup/deferred.ts";
import { begin, call, frame, outcome, reply } from "./grpc-web-call.ts";
import { startWorker } from "./grpc-worker.ts";
import { startHttp2Worker } from "./http2-worker.ts";
import { startBridge } from "./parts.ts";

test("a declared body above the limit is refused before any of it is read", async () => {
  const worker = await startHttp2Worker(() => {
    throw new Error("the worker must not hear of it");
  });
  const { port } = await startBridge(worker.address, { maxRequestBytes: 1000 });
  const request = begin(port, { headers: { "content-length": 1001 } });
  const replied = reply(request);
  request.flushHeaders();
  const result = await replied;
  expect(result.status).toBe(413);
  const message = "request of 1001 bytes is larger than the proxy's limit of 1000 bytes";
  expect(outcome(result)).toEqual({ code: 8, message });
  request.destroy();
});

test("the limit counts what base64 stands for", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address, { maxRequestBytes: 1005 });
  const headers = { "content-type": "application/grpc-web-text" };
  expect((await call(port, frame(Buffer.alloc(1000)).toString("base64"), { headers })).status).toBe(200);
  expect((await call(port, frame(Buffer.alloc(1003)).toString("base64"), { headers })).status).toBe(413);
});

test("an undeclared body is refused when it grows above the limit, and the worker's call is cancelled", async () => {
  const closed = deferred<number>();
  const worker = await startHttp2Worker((stream) => {
    stream.resume();
    stream.on("close", () => closed.resolve(stream.rstCode));
  });
  const { port } = await startBridge(worker.address, { maxRequestBytes: 100_000 });
  const request = begin(port);
  const replied = reply(request);
  request.write(Buffer.alloc(60_000));
  request.write(Buffer.alloc(60_000));
  const result = await replied;
  expect(result.status).toBe(413);
  expect(outcome(result)).toEqual({
    code: 8,
    message: "request body is larger than the proxy's limit of 100000 bytes",
  });
  expect(await closed.promise).toBe(8);
  request.end();
});

test("a body at the limit passes", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address, { maxRequestBytes: 105 });
  const chunked = begin(port);
  const replied = reply(chunked);
  chunked.write(frame(Buffer.alloc(100)).subarray(0, 50));
  chunked.end(frame(Buffer.alloc(100)).subarray(50));
  expect(outcome(await replied).code).toBe(0);
  expect(outcome(await call(port, frame(Buffer.alloc(100)))).code).toBe(0);
});

test("a call past its grpc-timeout is cancelled at the worker and ends with DEADLINE_EXCEEDED", async () => {
  const closed = deferred<number>();
  const worker = await startHttp2Worker((stream) => {
    stream.resume();
    stream.on("close", () => closed.resolve(stream.rstCode));
  });
  const { port } = await startBridge(worker.address);
  const result = await call(port, frame("x"), { headers: { "grpc-timeout": "50m" } });
  expect(result.status).toBe(504);
  expect(outcome(result)).toEqual({
    code: 4,
    message: `deadline exceeded: the call took longer than 50 ms (worker ${worker.address})`,
  });
  expect(await closed.promise).toBe(8);
});

test("calls that ask for no limit, or for too long, end after the proxy's own", async () => {
  const worker = await startHttp2Worker((stream) => stream.resume());
  const { port } = await startBridge(worker.address, { maxTimeoutMs: 40 });
  for (const headers of [{}, { "grpc-timeout": "99999999H" }, { "grpc-timeout": "soon" }]) {
    expect(outcome(await call(port, frame("x"), { headers })).code).toBe(4);
  }
});

test("a deadline counts while the page still sends", async () => {
  const worker = await startHttp2Worker((stream) => stream.resume());
  const { port } = await startBridge(worker.address);
  const request = begin(port, { headers: { "content-length": 100, "grpc-timeout": "40m" } });
  const replied = reply(request);
  request.write(Buffer.alloc(10));
  expect(outcome(await replied).code).toBe(4);
  request.destroy();
});
