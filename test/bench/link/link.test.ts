/** The link between real sockets: whatever a connection can do passes it unchanged. */

import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { type Link, openLink } from "./link.ts";

const opened: { close(): unknown }[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const part of opened.splice(0).reverse()) await part.close();
});

/** A server behind a link without limits, a connection to it through the link, and the server's end of it. */
async function openThrough(
  roundTripMs = 2,
): Promise<{ link: Link; near: Socket; far: Socket; server: Server }> {
  const server = createServer({ allowHalfOpen: true });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const link = await openLink({
    port: (server.address() as AddressInfo).port,
    bitsPerSecond: Number.POSITIVE_INFINITY,
    roundTripMs,
  });
  const near = connect({ port: link.port, host: "127.0.0.1", allowHalfOpen: true });
  const [far] = (await once(server, "connection")) as [Socket];
  opened.push(server, link, { close: () => far.destroy() }, { close: () => near.destroy() });
  return { link, near, far, server };
}

async function readAll(socket: Socket): Promise<Buffer> {
  const chunks: Buffer[] = [];
  socket.on("data", (chunk) => chunks.push(chunk));
  await once(socket, "end");
  return Buffer.concat(chunks);
}

it("megabytes come through unchanged and in order, in both directions at once", async () => {
  const { near, far, link } = await openThrough();
  const [up, down] = [randomBytes(5_000_000), randomBytes(3_000_000)];
  near.end(up);
  far.end(down);
  const [gotFar, gotNear] = await Promise.all([readAll(far), readAll(near)]);
  expect([gotFar.equals(up), gotNear.equals(down)]).toEqual([true, true]);
  expect([link.up.bytes, link.down.bytes]).toEqual([up.length, down.length]);
});

it("a side that has ended its sending still gets the answer", async () => {
  const { near, far } = await openThrough();
  near.end("question");
  expect(String(await readAll(far))).toBe("question");
  far.end("answer");
  expect(String(await readAll(near))).toBe("answer");
});

it("a reset of who connected arrives as one", async () => {
  const { near, far } = await openThrough();
  near.write("x");
  await once(far, "data");
  near.resetAndDestroy();
  expect(await once(far, "error")).toMatchObject([{ code: "ECONNRESET" }]);
});

it("a reset of the server arrives as one", async () => {
  const { near, far } = await openThrough();
  near.write("x");
  await once(far, "data");
  far.resetAndDestroy();
  expect(await once(near, "error")).toMatchObject([{ code: "ECONNRESET" }]);
});

it("a connection to a server that is gone is reset", async () => {
  const { link, server, near, far } = await openThrough();
  for (const socket of [near, far]) socket.destroy();
  await new Promise((closed) => server.close(closed));
  const late = connect({ port: link.port, host: "127.0.0.1" });
  expect(await once(late, "error")).toMatchObject([{ code: "ECONNRESET" }]);
});

it("a new connection takes a round trip before its first byte is on its way", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  const { near, far, link } = await openThrough(40);
  near.write("x");
  // Between sockets of one machine it comes in the next turn, if anybody reads.
  const turns = async () => {
    for (let i = 0; i < 5; i++) await new Promise(setImmediate);
  };
  vi.advanceTimersByTime(39);
  await turns();
  expect(link.up.bytes).toBe(0);
  vi.advanceTimersByTime(1);
  await turns();
  expect(link.up.bytes).toBe(1);
  const arrived = once(far, "data");
  vi.advanceTimersByTime(20);
  expect(String(await arrived)).toBe("x");
});

it("closing the link ends its connections", async () => {
  const { near, far, link } = await openThrough();
  far.resume();
  near.resume();
  const ended = Promise.all([once(near, "close"), once(far, "end")]);
  await link.close();
  near.end();
  await ended;
});
