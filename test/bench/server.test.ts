/** The bench's server, as its pages ask it. */

import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import { COMPRESSED_FLAG, frameHeader } from "../../src/wire/frame.ts";
import { type BenchServer, startServer } from "./server.ts";
import { encodeFrame } from "./stacks/by-hand-codec.ts";
import { makeWork } from "./work.ts";

let server: BenchServer;
beforeAll(async () => {
  server = await startServer("page()", new Map([["ours", "export const ours = 1;"]]));
});
afterAll(() => server.close());

const frame = encodeFrame(makeWork("small"));
const post = (path: string, body: Uint8Array<ArrayBuffer>, headers = {}) =>
  fetch(`${server.address}/${path}/mindspore.serving.proto.MSService/Predict`, {
    method: "POST",
    headers,
    body,
  });

it("a request with the right bytes is answered, and one with others of the same number is refused where they are compared", async () => {
  const other = frame.slice();
  other[other.length - 1]! ^= 1;
  expect((await post("check/small", frame)).status).toBe(200);
  expect((await post("check/small", other)).status).toBe(400);
  expect((await post("small", other)).status).toBe(200);
  expect((await post("small", frame.subarray(1))).status).toBe(400);
});

it("a compressed request is unpacked to be compared", async () => {
  const packed = gzipSync(frame.subarray(5));
  const body = new Uint8Array([...frameHeader(COMPRESSED_FLAG, packed.length), ...packed]);
  expect((await post("check/small", body, { "grpc-encoding": "gzip" })).status).toBe(200);
  expect((await post("check/small", body)).status).toBe(400);
});

it("a script comes packed, anew each time, and so that a page of another port may have it in a frame", async () => {
  const reply = await fetch(`${server.address}/stacks/ours.js`);
  expect(await reply.text()).toBe("export const ours = 1;");
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    "content-encoding": "gzip",
    "cache-control": "no-store",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "cross-origin",
  });
});

it("each script has a page that runs it, the first one at the address itself", async () => {
  expect(await (await fetch(`${server.address}/?rounds=1`)).text()).toContain('src="/page.js"');
  expect(await (await fetch(`${server.address}/stacks/ours?work=small`)).text()).toContain(
    'src="/stacks/ours.js"',
  );
  expect((await fetch(`${server.address}/nothing`)).status).toBe(404);
});

it("what a page asks is answered by the bench", async () => {
  server.onAsk(async (question) => ({ to: question }));
  const reply = await fetch(`${server.address}/ask`, { method: "POST", body: '{"mbit":20}' });
  expect(await reply.json()).toEqual({ to: { mbit: 20 } });
});
