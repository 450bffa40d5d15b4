import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { createWorkerConnection, type WorkerConnection } from "../../src/bridge/worker-connection.ts";
import { PREDICT_PATH } from "../../src/wire/schema.ts";
import { deferred } from "../setup/deferred.ts";
import { begin, call, frame, outcome, readFrames, reply } from "./grpc-web-call.ts";
import { type Call, startWorker } from "./grpc-worker.ts";
import { answerCall, GRPC_HEADERS, startHttp2Worker } from "./http2-worker.ts";
import { freePort, startBridge } from "./parts.ts";

test("a page that goes away cancels its call at the worker, and the others go on", async () => {
  const arrived = deferred<Call>();
  const worker = await startWorker((incoming, answer) => {
    if (String(incoming.request) === "wait") arrived.resolve(incoming);
    else answer(null, incoming.request);
  });
  const { port } = await startBridge(worker.address);
  const request = begin(port);
  request.on("error", () => {});
  request.end(frame("wait"));
  const cancelled = once(await arrived.promise, "cancelled");
  request.destroy();
  await cancelled;
  expect(outcome(await call(port, frame("another"))).code).toBe(0);
});

test("a page that goes away within its upload, or within the reply, resets the call with CANCEL", async () => {
  const opened: { reset: Promise<number>; begun: Promise<unknown> }[] = [];
  const worker = await startHttp2Worker((stream, headers) => {
    const reset = new Promise<number>((resolve) => stream.on("close", () => resolve(stream.rstCode)));
    opened.push({ reset, begun: once(stream, "data") });
    if (headers["x-answer"]) {
      stream.respond(GRPC_HEADERS);
      stream.write(frame("begun"));
    }
  });
  const { port } = await startBridge(worker.address);

  const upload = begin(port, { headers: { "content-length": 1000 } });
  upload.on("error", () => {});
  upload.write(Buffer.alloc(10));
  await expect.poll(() => opened.length).toBe(1);
  await opened[0]!.begun;
  upload.destroy();
  expect(await opened[0]!.reset).toBe(8);

  const download = begin(port, { headers: { "x-answer": "1" } });
  const begun = deferred();
  download.on("error", () => {});
  download.on("response", (response) => response.on("error", () => {}).once("data", () => begun.resolve()));
  download.end(frame("x"));
  await begun.promise;
  download.destroy();
  expect(await opened[1]!.reset).toBe(8);
});

test("a worker that comes back on its port is found again", async () => {
  const port = await freePort();
  const { port: bridge } = await startBridge(`127.0.0.1:${port}`);
  expect(outcome(await call(bridge, frame("1"))).code).toBe(14);
  for (let life = 0; life < 3; life++) {
    const worker = await startWorker(undefined, { port });
    expect(outcome(await call(bridge, frame("2"))).code).toBe(0);
    worker.stop();
    expect(outcome(await call(bridge, frame("3"))).code).toBe(14);
  }
});

test("a call on a connection that turns out dead before anything was sent goes to a fresh one", async () => {
  let sessions = 0;
  const renewed = deferred();
  const worker = await startHttp2Worker((stream, headers) => {
    if (headers["x-drop"] && sessions === 1) return stream.session?.destroy();
    if (sessions === 2) renewed.resolve();
    stream.resume();
    stream.on("end", () => answerCall(stream, frame(`session ${sessions}`), { "grpc-status": "0" }));
  });
  worker.server.on("session", () => {
    sessions += 1;
  });
  const { port } = await startBridge(worker.address);
  await call(port, frame("opens the connection"));

  const request = begin(port, { headers: { "x-drop": "1" } });
  const replied = reply(request);
  request.flushHeaders();
  await renewed.promise;
  request.end(frame("late"));
  expect(readFrames((await replied).body).messages.map(String)).toEqual(["session 2"]);
});

test("a call goes to a fresh connection also when the old one's end arrives together with the call and its body", async () => {
  const connections: Socket[] = [];
  const worker = await startHttp2Worker((stream) => {
    stream.resume();
    stream.on("end", () => answerCall(stream, frame("x"), { "grpc-status": "0" }));
  });
  worker.server.on("connection", (socket) => connections.push(socket));
  const { port } = await startBridge(worker.address);
  const page = connect(port, "127.0.0.1");
  onTestFinished(() => void page.destroy());
  const request = [
    "POST /mindspore.serving.proto.MSService/Predict HTTP/1.1",
    "host: localhost",
    "content-type: application/grpc-web",
    "content-length: 6\r\n\r\n",
  ].join("\r\n");
  const bytes = Buffer.concat([Buffer.from(request), frame("y")]);
  page.write(bytes);
  expect(String((await once(page, "data"))[0])).toContain("HTTP/1.1 200 OK");

  // Both are in the kernel before the bridge, in this same process, can look.
  page.write(bytes);
  connections[0]!.destroy();
  expect(String((await once(page, "data"))[0])).toContain("HTTP/1.1 200 OK");
  expect(connections).toHaveLength(2);
});

test("a call goes to a fresh connection only once", async () => {
  let sessions = 0;
  const worker = await startHttp2Worker((stream, headers) => {
    if (headers["x-drop"]) return stream.session?.destroy();
    stream.resume();
    answerCall(stream, frame("x"), { "grpc-status": "0" });
  });
  worker.server.on("session", () => {
    sessions += 1;
  });
  const { port } = await startBridge(worker.address);
  await call(port, frame("opens the connection"));
  const request = begin(port, { headers: { "x-drop": "1" } });
  const replied = reply(request);
  request.flushHeaders();
  expect(outcome(await replied).code).toBe(14);
  expect(sessions).toBe(2);
  request.destroy();
});

test("a call is never sent again once a part of its body is sent", async () => {
  let streams = 0;
  const worker = await startHttp2Worker((stream, headers) => {
    streams += 1;
    stream.on("data", () => {
      if (headers["x-drop"]) stream.session?.destroy();
    });
    if (!headers["x-drop"]) answerCall(stream, frame("x"), { "grpc-status": "0" });
  });
  const { port } = await startBridge(worker.address);
  await call(port, frame("opens the connection"));
  const result = await call(port, frame("x"), { headers: { "x-drop": "1" } });
  expect(result.status).toBe(503);
  expect(outcome(result).message).toContain("reset reason: connection termination");
  expect(streams).toBe(2);
});

test("a worker that announces its end (GOAWAY) finishes its calls, and new ones go to a new connection", async () => {
  let sessions = 0;
  const finish = deferred<() => void>();
  const worker = await startHttp2Worker((stream, headers) => {
    stream.resume();
    const answer = () => answerCall(stream, frame(`session ${sessions}`), { "grpc-status": "0" });
    if (!headers["x-goodbye"]) return answer();
    stream.session?.goaway(0, stream.id);
    finish.resolve(answer);
  });
  worker.server.on("session", () => {
    sessions += 1;
  });
  const { port } = await startBridge(worker.address);
  const first = call(port, frame("x"), { headers: { "x-goodbye": "1" } });
  const answer = await finish.promise;
  // The goodbye lies before the answer to this in the same socket.
  const second = await call(port, frame("y"));
  expect(outcome(second).code).toBe(0);
  answer();
  expect(outcome(await first).code).toBe(0);
  expect(readFrames((await call(port, frame("z"))).body).messages.map(String)).toEqual(["session 2"]);
});

test("uploads that the worker holds back leave room for other calls", async () => {
  const held = deferred();
  let streams = 0;
  const worker = await startHttp2Worker((stream, headers) => {
    if (++streams === 40) held.resolve();
    if (!headers["x-small"]) return;
    stream.resume();
    answerCall(stream, frame("x"), { "grpc-status": "0" });
  });
  const { port } = await startBridge(worker.address);
  const uploads = Array.from({ length: 40 }, () => begin(port).on("error", () => {}));
  for (const upload of uploads) upload.write(Buffer.alloc(4 * 2 ** 20));
  await held.promise;
  for (let i = 0; i < 50; i++) {
    expect(outcome(await call(port, frame("x"), { headers: { "x-small": "1" } })).code).toBe(0);
  }
  for (const upload of uploads) upload.destroy();
});

describe("an idle connection", () => {
  /** A worker, and the way to it, which can forget its connections as a NAT does: nobody is told. */
  async function workerBehindNat() {
    const worker = await startWorker();
    const ways: { page: Socket; worker: Socket }[] = [];
    const nat = createServer((page) => {
      const way = { page, worker: connect(worker.port, "127.0.0.1") };
      for (const socket of [way.page, way.worker]) socket.on("error", () => {});
      page.pipe(way.worker).pipe(page);
      ways.push(way);
    });
    await new Promise<void>((listening) => nat.listen(0, "127.0.0.1", listening));
    onTestFinished(() => {
      for (const way of ways) for (const socket of Object.values(way)) socket.destroy();
      nat.close();
    });
    const { port } = nat.address() as AddressInfo;
    const forget = () => {
      for (const way of ways) way.page.unpipe().resume();
    };
    return { address: { host: "127.0.0.1", port }, ways, forget };
  }

  /** A call to its end, which has to be an answer. */
  async function infer(connection: WorkerConnection) {
    const headers = {
      ":method": "POST",
      ":path": PREDICT_PATH,
      "content-type": "application/grpc",
      te: "trailers",
    };
    const { stream } = await connection.open(headers);
    stream.end(frame("x"));
    const closed = once(stream, "close");
    const [answer] = await once(stream, "response");
    stream.resume();
    await closed;
    return answer[":status"];
  }

  test("that is dead is replaced before a call goes its way", async () => {
    const { address, ways, forget } = await workerBehindNat();
    const connection = createWorkerConnection(address, { idleMs: 0, pingMs: 20 });
    onTestFinished(() => connection.close());
    expect(await infer(connection)).toBe(200);
    forget();
    expect(await Promise.all(Array.from({ length: 20 }, () => infer(connection)))).toEqual(
      Array(20).fill(200),
    );
    expect(ways).toHaveLength(2);
  });

  test("that answers is kept", async () => {
    const { address, ways } = await workerBehindNat();
    const connection = createWorkerConnection(address, { idleMs: 0 });
    onTestFinished(() => connection.close());
    for (let i = 0; i < 3; i++) expect(await infer(connection)).toBe(200);
    await Promise.all(Array.from({ length: 20 }, () => infer(connection)));
    expect(ways).toHaveLength(1);
  });
});

test("closing ends what is under way at once", async () => {
  const arrived = deferred<Call>();
  const worker = await startWorker((incoming) => arrived.resolve(incoming));
  const served = await startBridge(worker.address);
  const request = begin(served.port);
  const failed = once(request, "error");
  request.end(frame("x"));
  const cancelled = once(await arrived.promise, "cancelled");
  await served.close();
  await Promise.all([failed, cancelled]);
});

test("closing ends the connection to the worker too", async () => {
  const ended = deferred();
  const worker = await startHttp2Worker((stream) => {
    stream.resume();
    answerCall(stream, frame("x"), { "grpc-status": "0" });
  });
  worker.server.on("session", (session) => session.on("close", () => ended.resolve()));
  const served = await startBridge(worker.address);
  await call(served.port, frame("x"));
  await served.close();
  await ended.promise;
});
