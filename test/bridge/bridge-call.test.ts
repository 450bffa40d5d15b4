import { randomFillSync } from "node:crypto";
import { once } from "node:events";
import { Metadata } from "@grpc/grpc-js";
import { expect, test } from "vitest";
import { begin, call, frame, outcome, readFrames, reply } from "./grpc-web-call.ts";
import { startWorker } from "./grpc-worker.ts";
import { answerCall, startHttp2Worker } from "./http2-worker.ts";
import { startBridge } from "./parts.ts";

test("a message comes back, and after it the trailers as one frame", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address);
  const result = await call(port, frame("hello"));
  expect(result.status).toBe(200);
  expect(result.headers["content-type"]).toBe("application/grpc-web+proto");
  expect(result.body.subarray(0, 10)).toEqual(frame("hello"));
  expect(result.body[10]).toBe(0x80);
  expect(result.body.subarray(15).toString()).toBe(
    "grpc-status:0\r\ngrpc-message:OK\r\nx-trailer:one two\r\n",
  );
});

test("64 MB pass both ways unchanged", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address);
  const message = randomFillSync(Buffer.alloc(64 * 2 ** 20));
  const { messages, trailers } = readFrames((await call(port, frame(message))).body);
  expect(messages).toHaveLength(1);
  expect(messages[0]!.equals(message)).toBe(true);
  expect(trailers?.["grpc-status"]).toBe("0");
});

test("a body without content-length passes, a byte at a time at its beginning", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address);
  const request = begin(port);
  const replied = reply(request);
  const body = frame("in small pieces");
  for (const byte of body.subarray(0, 8)) await new Promise((sent) => request.write(Buffer.of(byte), sent));
  request.end(body.subarray(8));
  const result = await replied;
  expect(request.getHeader("content-length")).toBeUndefined();
  expect(readFrames(result.body).messages.map(String)).toEqual(["in small pieces"]);
});

test("calls share one connection and do not mix", async () => {
  let sessions = 0;
  const worker = await startWorker();
  const { port } = await startBridge(worker.address);
  const raw = await startHttp2Worker((stream) => {
    stream.resume();
    answerCall(stream, frame("x"), { "grpc-status": "0" });
  });
  raw.server.on("session", () => {
    sessions += 1;
  });
  const second = await startBridge(raw.address);
  const texts = Array.from({ length: 50 }, (_, i) => `message ${i}`);
  const replies = await Promise.all(texts.map((text) => call(port, frame(text))));
  expect(replies.flatMap(({ body }) => readFrames(body).messages.map(String))).toEqual(texts);
  await Promise.all(texts.map((text) => call(second.port, frame(text))));
  await call(second.port, frame("later"));
  expect(sessions).toBe(1);
});

test("metadata passes, and what belongs to the browser or to one hop stays", async () => {
  const worker = await startHttp2Worker((stream, headers) => {
    stream.resume();
    answerCall(stream, frame(JSON.stringify(headers)), { "grpc-status": "0" });
  });
  const { port } = await startBridge(worker.address);
  const headers = {
    authorization: "Bearer abc",
    "x-custom": "value",
    "x-twice": ["one", "two"],
    "data-bin": "AQL/",
    "grpc-timeout": "20S",
    "x-user-agent": "grpc-web-javascript/0.1",
    "user-agent": "a browser",
    "x-grpc-web": "1",
    cookie: "session=secret",
    referer: "http://localhost/page",
    origin: `http://127.0.0.1:${port}`,
    "sec-fetch-site": "same-origin",
    connection: "keep-alive, x-hop",
    "x-hop": "dropped",
    te: "gzip",
  };
  const seen = JSON.parse(String(readFrames((await call(port, frame(""), { headers })).body).messages[0]));
  expect(seen).toEqual({
    ":method": "POST",
    ":scheme": "http",
    ":authority": worker.address,
    ":path": "/mindspore.serving.proto.MSService/Predict",
    "content-type": "application/grpc+proto",
    te: "trailers",
    "grpc-accept-encoding": "identity",
    authorization: "Bearer abc",
    "x-custom": "value",
    "x-twice": "one, two",
    "data-bin": "AQL/",
    "grpc-timeout": "20S",
    "x-user-agent": "grpc-web-javascript/0.1",
    "user-agent": "a browser",
  });
});

test("every trailer passes, each as a line of its own, and headers of the reply as headers", async () => {
  const worker = await startHttp2Worker((stream) => {
    stream.resume();
    stream.respond(
      {
        ":status": 200,
        "content-type": "application/grpc",
        "x-head": "h",
        "access-control-allow-origin": "*",
      },
      { waitForTrailers: true },
    );
    const text = Buffer.from("直接").toString("latin1");
    stream.on("wantTrailers", () =>
      stream.sendTrailers({ "grpc-status": "0", "a-bin": "AQL/", "x-d": ["1", "2"], "x-u": text }),
    );
    stream.end(frame("m"));
  });
  const { port } = await startBridge(worker.address);
  const result = await call(port, frame(""));
  expect(result.headers["x-head"]).toBe("h");
  expect(result.headers["access-control-allow-origin"]).toBeUndefined();
  expect(result.body.subarray(6 + 5).toString()).toBe(
    "grpc-status:0\r\na-bin:AQL/\r\nx-d:1\r\nx-d:2\r\nx-u:直接\r\n",
  );
});

test("text mode works both ways: base64 in any pieces, each frame of the reply padded on its own", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address);
  const type = "application/grpc-web-text";
  const request = begin(port, { headers: { "content-type": type, accept: type } });
  const replied = reply(request);
  const body = frame("four").toString("base64");
  for (const piece of [body.slice(0, 3), body.slice(3, 4), body.slice(4, 9), body.slice(9)]) {
    await new Promise((sent) => request.write(piece, sent));
  }
  request.end();
  const result = await replied;
  expect(result.headers["content-type"]).toBe("application/grpc-web-text+proto");
  const trailers = "grpc-status:0\r\ngrpc-message:OK\r\nx-trailer:one two\r\n";
  const trailersFrame = Buffer.concat([Buffer.of(0x80, 0, 0, 0, trailers.length), Buffer.from(trailers)]);
  expect(result.body.toString()).toBe(frame("four").toString("base64") + trailersFrame.toString("base64"));
});

test("text mode passes 5 MB both ways", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address);
  const message = randomFillSync(Buffer.alloc(5 * 2 ** 20 + 1));
  const type = "application/grpc-web-text+proto";
  const headers = { "content-type": type, accept: type };
  const { body } = await call(port, frame(message).toString("base64"), { headers });
  const text = frame(message).toString("base64");
  expect(body.toString().startsWith(text)).toBe(true);
  expect(Buffer.from(body.toString().slice(text.length), "base64").subarray(5, 18).toString()).toBe(
    "grpc-status:0",
  );
});

test("text mode that is not base64 is refused as in Envoy", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address);
  for (const body of ["@@@@", "AAAAA", "AA==AAAA"]) {
    const result = await call(port, body, { headers: { "content-type": "application/grpc-web-text" } });
    expect(result.status).toBe(400);
    expect(outcome(result)).toEqual({ code: 13, message: "Bad gRPC-web request, invalid base64 data." });
  }
  expect(worker.calls).toBe(0);
});

test("an error of the worker comes with its text and metadata, in headers where the worker sent only those", async () => {
  const worker = await startWorker((_call, answer) => {
    const metadata = new Metadata();
    metadata.set("x-reason", "r");
    metadata.set("detail-bin", Buffer.of(1, 2, 255));
    answer({ code: 3, details: "形状 100% wrong\nsecond line", metadata });
  });
  const { port } = await startBridge(worker.address);
  const result = await call(port, frame("x"));
  expect(result.status).toBe(200);
  expect(result.body).toHaveLength(0);
  expect(result.headers).toMatchObject({ "x-reason": "r", "detail-bin": "AQL/", "grpc-status": "3" });
  expect(outcome(result)).toEqual({ code: 3, message: "形状 100% wrong\nsecond line" });
});

test("a reply reaches a page that reads slowly whole, and the worker is held back meanwhile", async () => {
  const size = 96 * 2 ** 20;
  let taken = 0;
  const worker = await startHttp2Worker((stream, headers) => {
    stream.resume();
    if (headers["x-small"]) return answerCall(stream, frame("s"), { "grpc-status": "0" });
    stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
    stream.on("wantTrailers", () => stream.sendTrailers({ "grpc-status": "0" }));
    const piece = Buffer.alloc(2 ** 20);
    stream.write(frame(Buffer.alloc(size)).subarray(0, 5));
    for (let i = 0; i < size; i += piece.length) {
      stream.write(piece, () => {
        taken += piece.length;
      });
    }
    stream.end();
  });
  const { port } = await startBridge(worker.address);
  const request = begin(port);
  request.end(frame("x"));
  const [response] = await once(request, "response");
  // These keep everything turning while the page above reads nothing.
  for (let i = 0; i < 100; i++) await call(port, frame("x"), { headers: { "x-small": "1" } });
  expect(taken).toBeLessThan(48 * 2 ** 20);
  let bytes = 0;
  response.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
  });
  await once(response, "end");
  expect(bytes).toBe(5 + size + 5 + "grpc-status:0\r\n".length);
});

test("an upload is read no faster than the worker takes it", async () => {
  const size = 96 * 2 ** 20;
  let resume = () => {};
  const worker = await startHttp2Worker((stream, headers) => {
    if (headers["x-small"]) {
      stream.resume();
      return answerCall(stream, frame("s"), { "grpc-status": "0" });
    }
    resume = () => {
      let bytes = 0;
      stream.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      stream.on("end", () => answerCall(stream, frame(String(bytes)), { "grpc-status": "0" }));
    };
  });
  const { port } = await startBridge(worker.address);
  const request = begin(port);
  const replied = reply(request);
  let sent = 0;
  const piece = Buffer.alloc(2 ** 20);
  for (let i = 0; i < size; i += piece.length) {
    request.write(piece, () => {
      sent += piece.length;
    });
  }
  request.end();
  for (let i = 0; i < 100; i++) await call(port, frame("x"), { headers: { "x-small": "1" } });
  // What is not sent lies in the sockets of this machine, in the bridge at most its window.
  expect(sent).toBeLessThan(32 * 2 ** 20);
  resume();
  expect(readFrames((await replied).body).messages.map(String)).toEqual([String(size)]);
});
