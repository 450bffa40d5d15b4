import { once } from "node:events";
import type { ServerHttp2Stream } from "node:http2";
import { connect, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { deferred } from "./deferred.ts";
import { begin, call, frame, outcome, reply } from "./grpc-web-call.ts";
import { startWorker } from "./grpc-worker.ts";
import { answerCall, GRPC_HEADERS, startHttp2Worker } from "./http2-worker.ts";
import { freePort, startBridge } from "./parts.ts";

const LARGE = Buffer.alloc(64 * 2 ** 20);
LARGE.writeUInt32BE(LARGE.length - 5, 1);

test("worker down: 503, UNAVAILABLE, and a text with its address, also for a large upload", async () => {
  const address = `127.0.0.1:${await freePort()}`;
  const { port } = await startBridge(address);
  for (const body of [frame("x"), LARGE]) {
    const result = await call(port, body);
    expect(result.status).toBe(503);
    expect(result.headers["content-type"]).toBe("application/grpc-web+proto");
    expect(result.body).toHaveLength(0);
    expect(outcome(result)).toEqual({
      code: 14,
      message:
        "upstream connect error or disconnect/reset before headers. reset reason: remote connection failure, " +
        `transport failure reason: connect ECONNREFUSED ${address} (worker ${address})`,
    });
  }
});

test("a port that does not speak HTTP/2 is told as such", async () => {
  const server = createServer((socket) =>
    socket.end("HTTP/1.1 400 Bad Request\r\nconnection: close\r\n\r\n"),
  );
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  const { port } = await startBridge(`127.0.0.1:${(server.address() as { port: number }).port}`);
  const { code, message } = outcome(await call(port, frame("x")));
  expect(code).toBe(14);
  expect(message).toContain("is it Serving's gRPC port");
});

test("the worker's RESOURCE_EXHAUSTED passes while the upload goes on, and the connection serves the next call", async () => {
  const worker = await startWorker(undefined, { "grpc.max_receive_message_length": 2 ** 20 });
  const { port } = await startBridge(worker.address);
  const socket = connect(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  let received = "";
  socket.on("data", (chunk) => {
    received += chunk;
  });
  const head = [
    "POST /mindspore.serving.proto.MSService/Predict HTTP/1.1",
    "host: localhost",
    "content-type: application/grpc-web",
    `content-length: ${LARGE.length}`,
  ];
  const open = `${head.join("\r\n")}\r\n\r\n`;
  socket.write(open);
  socket.write(LARGE.subarray(0, 2 ** 20));
  await once(socket, "data");
  expect(received).toContain("grpc-status: 8");
  expect(received).toContain(
    "grpc-message: Received%20message%20larger%20than%20max%20(67108859%20vs%201048576)",
  );

  // A browser sends its body to the end before it looks at the answer: nothing may be cut until then.
  await new Promise((sent) => socket.write(LARGE.subarray(2 ** 20), sent));
  received = "";
  socket.write(open);
  socket.write(LARGE.subarray(0, 2 ** 20));
  await once(socket, "data");
  expect(received).toContain("grpc-status: 8");
  expect(worker.calls).toBe(0);
});

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

test("grpc-timeout: the call is cancelled at the worker and ends with DEADLINE_EXCEEDED", async () => {
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

/** A worker that sends a part of a reply, lets the page have it, and then does `then`. */
async function partial(part: Buffer, then: (stream: ServerHttp2Stream) => void, headers = {}) {
  const streams: ServerHttp2Stream[] = [];
  const worker = await startHttp2Worker((stream) => {
    streams.push(stream);
    stream.resume();
    stream.respond(GRPC_HEADERS, { waitForTrailers: true });
    stream.write(part);
  });
  const { port } = await startBridge(worker.address);
  const request = begin(port, { headers });
  const replied = reply(request);
  const begun = deferred();
  request.once("response", (response) => response.once("data", () => begun.resolve()));
  request.end(frame("x"));
  await begun.promise;
  then(streams[0]!);
  return replied;
}

test.each([
  ["the call is reset", (stream: ServerHttp2Stream) => stream.close(2), "remote reset"],
  [
    "the connection is lost",
    (stream: ServerHttp2Stream) => stream.session?.destroy(),
    "connection termination",
  ],
])("after a whole message, %s: a trailers frame with UNAVAILABLE", async (_name, then, reason) => {
  const result = await partial(frame("whole"), then);
  expect(result.complete).toBe(true);
  expect(outcome(result).code).toBe(14);
  expect(outcome(result).message).toContain(`upstream reset within the reply. reset reason: ${reason}`);
});

test.each([
  ["the call is reset", (stream: ServerHttp2Stream) => stream.close(2)],
  ["the connection is lost", (stream: ServerHttp2Stream) => stream.session?.destroy()],
])("within a message, %s: the page's connection is cut", async (_name, then) => {
  const result = await partial(frame("half a message").subarray(0, 9), then);
  expect(result.complete).toBe(false);
  expect(result.body).toHaveLength(9);
});

test("a deadline within the reply: a trailers frame after a whole message, a cut within one", async () => {
  const headers = { "grpc-timeout": "60m" };
  const whole = await partial(frame("whole"), () => {}, headers);
  expect(outcome(whole).code).toBe(4);
  expect((await partial(frame("half").subarray(0, 7), () => {}, headers)).complete).toBe(false);
});

test("a reply that ends without trailers is passed on as it is, for the client to refuse, as in Envoy", async () => {
  const worker = await startHttp2Worker((stream) => {
    stream.resume();
    stream.respond(GRPC_HEADERS);
    stream.end(frame("no trailers"));
  });
  const { port } = await startBridge(worker.address);
  const result = await call(port, frame("x"));
  expect(result).toMatchObject({ status: 200, complete: true, body: frame("no trailers") });
});

test.each([
  ["502 with a page", { ":status": 502, "content-type": "text/html" }, "<h1>坏</h1>", 502, 14, "<h1>坏</h1>"],
  ["200 with a page", { ":status": 200, "content-type": "text/html" }, "hello", 200, 2, "hello"],
  [
    "404 without a body",
    { ":status": 404 },
    "",
    404,
    12,
    "the worker answered HTTP 404 without a gRPC status",
  ],
])(
  "an answer that is not gRPC, %s: its text becomes the message",
  async (_name, headers, body, status, code, message) => {
    const worker = await startHttp2Worker((stream) => {
      stream.resume();
      stream.respond(headers);
      stream.end(body);
    });
    const { port } = await startBridge(worker.address);
    const result = await call(port, frame("x"));
    expect(result.status).toBe(status);
    expect(result.body).toHaveLength(0);
    expect(outcome(result)).toEqual({ code, message });
  },
);

test("a long foreign text is cut to what clients accept as a header", async () => {
  const worker = await startHttp2Worker((stream) => {
    stream.resume();
    stream.respond({ ":status": 500, "content-type": "text/plain" });
    stream.end("坏".repeat(100_000));
  });
  const { port } = await startBridge(worker.address);
  const result = await call(port, frame("x"));
  expect(result.status).toBe(500);
  expect(outcome(result).message.startsWith("坏".repeat(1000))).toBe(true);
});

test("only gRPC-Web's four content types, exactly", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address);
  for (const type of ["application/grpc-web", "application/grpc-web+proto"]) {
    expect((await call(port, frame("x"), { headers: { "content-type": type } })).status).toBe(200);
  }
  for (const type of [
    "application/grpc-web+proto; charset=utf-8",
    "application/grpc",
    "application/json",
    "",
  ]) {
    const result = await call(port, frame("x"), { headers: { "content-type": type } });
    expect(result.status).toBe(415);
    expect(outcome(result).message).toContain(JSON.stringify(type));
  }
  expect(worker.calls).toBe(2);
});

test("an answer before the end of the upload passes, with or without a reset after it", async () => {
  for (const resets of [false, true]) {
    const worker = await startHttp2Worker((stream) => {
      stream.resume();
      answerCall(stream, frame("early"), { "grpc-status": "0" });
      if (resets) stream.on("wantTrailers", () => setImmediate(() => stream.close(0)));
    });
    const { port } = await startBridge(worker.address);
    const request = begin(port, { headers: { "content-length": LARGE.length } });
    const replied = reply(request);
    request.write(LARGE.subarray(0, 1000));
    const result = await replied;
    expect(result.complete).toBe(true);
    expect(outcome(result).code).toBe(0);
    request.destroy();
  }
});

test("a reset without an error code before the trailers leaves the reply without them, for the client to refuse", async () => {
  const worker = await startHttp2Worker((stream) => {
    stream.resume();
    stream.respond(GRPC_HEADERS);
    stream.write(frame("no trailers"), () => stream.close(0));
  });
  const { port } = await startBridge(worker.address);
  const request = begin(port, { headers: { "content-length": LARGE.length } });
  const replied = reply(request);
  request.write(LARGE.subarray(0, 1000));
  expect(outcome(await replied).code).not.toBe(0);
  request.destroy();
});
