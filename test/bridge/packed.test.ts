/** Requests whose messages are packed: they pass as they are, and the limit counts what they unpack to. */

import { randomFillSync } from "node:crypto";
import { deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { UnpackedSize } from "../../src/bridge/unpacked-size.ts";
import { frameHeader } from "../../src/wire/frame.ts";
import { deferred } from "../setup/deferred.ts";
import { begin, call, frame, outcome, readFrames, reply } from "./grpc-web-call.ts";
import { startWorker } from "./grpc-worker.ts";
import { startHttp2Worker } from "./http2-worker.ts";
import { startBridge } from "./parts.ts";

const GZIP = { headers: { "grpc-encoding": "gzip" } };

/** A body whose message is `content`, packed. */
const packedFrame = (content: Buffer) => Buffer.concat([frameHeader(1, content.length), content]);
const gzipped = (message: Buffer) => packedFrame(gzipSync(message));

/** What is far smaller packed, and not all zeros. */
const pattern = (bytes: number) => Buffer.alloc(bytes, "serving ");

test("a packed message reaches the worker as it is, with its flag and grpc-encoding", async () => {
  const seen = deferred<{ encoding: unknown; body: Buffer }>();
  const raw = await startHttp2Worker((stream, headers) => {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      seen.resolve({ encoding: headers["grpc-encoding"], body: Buffer.concat(chunks) });
      stream.close();
    });
  });
  const { port } = await startBridge(raw.address);
  const body = gzipped(pattern(100_000));
  await call(port, body, GZIP);
  expect(await seen.promise).toEqual({ encoding: "gzip", body });
});

test.each([
  ["gzip", gzipSync],
  ["deflate", deflateSync],
])("the limit counts what %s unpacks to, to the byte", async (encoding, pack) => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address, { maxRequestBytes: 100_005 });
  const send = (bytes: number) =>
    call(port, packedFrame(pack(pattern(bytes))), { headers: { "grpc-encoding": encoding } });
  const good = await send(100_000);
  expect(readFrames(good.body).messages[0]!.equals(pattern(100_000))).toBe(true);
  const bad = await send(100_001);
  expect(bad.status).toBe(413);
  expect(outcome(bad)).toEqual({
    code: 8,
    message: "request body, unpacked, is larger than the proxy's limit of 100005 bytes",
  });
  expect(worker.calls).toBe(1);
});

test("a packed message above the limit never reaches the worker whole, however it is cut", async () => {
  const body = gzipped(pattern(100_000));
  for (const size of [1, 7, body.length - 1]) {
    let arrived = 0;
    const closed = deferred<number>();
    const worker = await startHttp2Worker((stream) => {
      stream.on("data", (chunk: Buffer) => {
        arrived += chunk.length;
      });
      stream.on("close", () => closed.resolve(stream.rstCode));
    });
    const { port } = await startBridge(worker.address, { maxRequestBytes: 50_000 });
    const request = begin(port, GZIP);
    const replied = reply(request);
    for (let at = 0; at < body.length; at += size) {
      await new Promise<void>((written) => request.write(body.subarray(at, at + size), () => written()));
    }
    expect(outcome(await replied).message).toMatch(/unpacked, is larger/);
    expect(await closed.promise).toBe(8);
    expect(arrived).toBeLessThan(body.length);
    request.end();
  }
});

test("what is above the limit is not unpacked to its end", async () => {
  const size = new UnpackedSize(2 ** 20);
  await size.add(gzipped(Buffer.alloc(64 * 2 ** 20)));
  expect(size.bytes).toBeGreaterThan(2 ** 20);
  expect(size.bytes).toBeLessThan(2 ** 20 + 2 ** 17);
});

test("messages packed and not are counted together, with the bytes of their headers", async () => {
  const size = new UnpackedSize(2 ** 20);
  await size.add(Buffer.concat([frame("abc"), gzipped(pattern(1000)), frame(""), gzipped(pattern(2000))]));
  expect(size.bytes).toBe(4 * 5 + 3 + 1000 + 2000);
});

test("a packed message in text mode is counted too", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address, { maxRequestBytes: 100_005 });
  const headers = { "content-type": "application/grpc-web-text", "grpc-encoding": "gzip" };
  const send = (bytes: number) => call(port, gzipped(pattern(bytes)).toString("base64"), { headers });
  expect((await send(100_000)).status).toBe(200);
  expect((await send(100_001)).status).toBe(413);
});

test("40 MB that are 20 packed arrive to the last byte", async () => {
  const worker = await startWorker();
  const { port } = await startBridge(worker.address);
  const message = Buffer.alloc(40 * 2 ** 20);
  randomFillSync(message, 0, 20 * 2 ** 20);
  const result = await call(port, packedFrame(gzipSync(message, { level: 1 })), GZIP);
  expect(readFrames(result.body).messages[0]!.equals(message)).toBe(true);
});

test.each([
  ["no gzip at all", Buffer.from("not packed")],
  ["gzip cut short", gzipSync(pattern(1000)).subarray(0, 20)],
  ["bytes behind the gzip", Buffer.concat([gzipSync(pattern(1000)), Buffer.from("\0\0\0\0")])],
  ["nothing", Buffer.alloc(0)],
])("under the flag %s goes to the worker, which has the last word", async (_, content) => {
  const arrived = deferred<number>();
  const worker = await startHttp2Worker((stream) => {
    let bytes = 0;
    stream.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    stream.on("end", () => {
      arrived.resolve(bytes);
      stream.close();
    });
  });
  const { port } = await startBridge(worker.address);
  await call(port, packedFrame(content), GZIP);
  expect(await arrived.promise).toBe(5 + content.length);
});
