import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import type { ServerHttp2Stream } from "node:http2";
import { connect, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { ReplyWriter } from "../../src/bridge/reply-writer.ts";
import { deferred } from "../setup/deferred.ts";
import { begin, call, frame, outcome, reply } from "./grpc-web-call.ts";
import { startWorker } from "./grpc-worker.ts";
import { answerCall, GRPC_HEADERS, startHttp2Worker } from "./http2-worker.ts";
import { freePort, startBridge } from "./parts.ts";

const LARGE = Buffer.alloc(64 * 2 ** 20);
LARGE.writeUInt32BE(LARGE.length - 5, 1);

test("a worker that is down gives 503, UNAVAILABLE, and a text with its address, also for a large upload", async () => {
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

test("a port that does not speak HTTP/2 is reported as such", async () => {
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

/** A connection that sends the head of a large upload, and what it then receives. */
function rawUpload(port: number) {
  const socket = connect(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  const head = [
    "POST /mindspore.serving.proto.MSService/Predict HTTP/1.1",
    "host: localhost",
    "content-type: application/grpc-web",
    `content-length: ${LARGE.length}`,
  ];
  return {
    begin: () => socket.write(`${head.join("\r\n")}\r\n\r\n`),
    send: (bytes: Buffer) => new Promise((sent) => socket.write(bytes, sent)),
    receive: async () => String((await once(socket, "data"))[0]),
  };
}

test("the worker's RESOURCE_EXHAUSTED passes while the upload goes on, and the connection serves the next call", async () => {
  const worker = await startWorker(undefined, { "grpc.max_receive_message_length": 2 ** 20 });
  const { port } = await startBridge(worker.address);
  const upload = rawUpload(port);
  // A browser sends its body to the end before it looks at the answer: nothing may be cut until then.
  for (let i = 0; i < 2; i++) {
    upload.begin();
    void upload.send(LARGE.subarray(0, 2 ** 20));
    const answer = await upload.receive();
    expect(answer).toContain("grpc-status: 8");
    expect(answer).toContain(
      "grpc-message: Received%20message%20larger%20than%20max%20(67108859%20vs%201048576)",
    );
    await upload.send(LARGE.subarray(2 ** 20));
  }
  expect(worker.calls).toBe(0);
});

test("after an early answer the rest of an upload is read and thrown away", async () => {
  const worker = await startHttp2Worker((stream) => {
    stream.once("data", () => answerCall(stream, frame("early"), { "grpc-status": "0" }));
  });
  const { port } = await startBridge(worker.address);
  const upload = rawUpload(port);
  for (let i = 0; i < 2; i++) {
    upload.begin();
    void upload.send(LARGE.subarray(0, 10));
    expect(await upload.receive()).toContain("HTTP/1.1 200 OK");
    await upload.send(LARGE.subarray(10));
  }
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
])(
  "a failure after a whole message, %s, ends the reply with UNAVAILABLE in a trailers frame",
  async (_name, then, reason) => {
    const result = await partial(frame("whole"), then);
    expect(result.complete).toBe(true);
    expect(outcome(result).code).toBe(14);
    expect(outcome(result).message).toContain(`upstream reset within the reply. reset reason: ${reason}`);
  },
);

test.each([
  ["the call is reset", (stream: ServerHttp2Stream) => stream.close(2)],
  ["the connection is lost", (stream: ServerHttp2Stream) => stream.session?.destroy()],
])("a failure within a message, %s, cuts the page's connection", async (_name, then) => {
  const result = await partial(frame("half a message").subarray(0, 9), then);
  expect(result.complete).toBe(false);
  expect(result.body).toHaveLength(9);
});

test("a deadline within the reply gives a trailers frame after a whole message, and a cut within one", async () => {
  const headers = { "grpc-timeout": "3000m" };
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
  "the text of an answer that is not gRPC becomes the message: %s",
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

test("only gRPC-Web's four content types are taken, exactly as written", async () => {
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

test("a reset without an error code, before the trailers and within the upload, is an error too", async () => {
  const worker = await startHttp2Worker((stream) => {
    stream.resume();
    stream.respond(GRPC_HEADERS, { waitForTrailers: true });
    stream.end(frame("no trailers"));
    stream.on("finish", () => stream.close(0));
  });
  const { port } = await startBridge(worker.address);
  const request = begin(port, { headers: { "content-length": LARGE.length } });
  const replied = reply(request);
  request.write(LARGE.subarray(0, 1000));
  expect(outcome(await replied).code).toBe(14);
  request.destroy();
});

test.each(["head", "headersOnly"] as const)(
  "an answer that comes after the error is left out: %s",
  async (answer) => {
    const server = createHttpServer((_, response) => {
      const writer = new ReplyWriter(response, false);
      writer.fail({ httpStatus: 504, grpcStatus: 4, message: "too late" });
      writer[answer]({ "grpc-status": "0" });
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    onTestFinished(() => void server.close());
    const result = await call((server.address() as { port: number }).port, frame("x"));
    expect(outcome(result)).toEqual({ code: 4, message: "too late" });
  },
);
