/**
 * A link of a given rate and round trip time on loopback: a relay of TCP connections, in user space, so that it
 * needs no rights and runs anywhere. What it has not: loss, and TCP's slow start, by which a real connection
 * needs some round trips to come to the link's rate.
 */

import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";
import { Direction } from "./direction.ts";
import { Pipe } from "./pipe.ts";

export interface LinkOptions {
  /** Port of 127.0.0.1 that it leads to. */
  port: number;
  /** In each direction, for all connections together; `Infinity` for no limit. */
  bitsPerSecond: number;
  /** Half of it in each direction; a new connection takes one before its first byte. */
  roundTripMs: number;
}

export interface Link {
  /** Of 127.0.0.1, that it listens on. */
  port: number;
  /** From who connects. */
  up: Direction;
  down: Direction;
  close(): Promise<void>;
}

const LEAST_WINDOW = 64 * 1024;

export async function openLink({ port, bitsPerSecond, roundTripMs }: LinkOptions): Promise<Link> {
  const delayMs = roundTripMs / 2;
  const up = new Direction({ bitsPerSecond, delayMs });
  const down = new Direction({ bitsPerSecond, delayMs });
  // Twice what is on its way when the link is full.
  const full = (bitsPerSecond * roundTripMs) / 8000;
  const windowBytes = Number.isFinite(full) ? Math.max(LEAST_WINDOW, 2 * full) : Number.POSITIVE_INFINITY;
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true, pauseOnConnect: true }, (near) => {
    const far = connect({ port, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
    const pipes = [relay(near, far, up, windowBytes), relay(far, near, down, windowBytes)];
    // Until then a connection that is far away is not open.
    setTimeout(() => near.resume(), roundTripMs);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.once("close", () => {
        sockets.delete(socket);
        if (near.destroyed && far.destroyed) for (const pipe of pipes) pipe.discard();
      });
    }
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    port: (server.address() as AddressInfo).port,
    up,
    down,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

function relay(from: Socket, to: Socket, direction: Direction, windowBytes: number): Pipe {
  const sink = {
    write: (bytes: Uint8Array, passedOn: () => void) => to.write(bytes, (error) => error || passedOn()),
    end: () => to.end(),
    reset: () => to.resetAndDestroy(),
  };
  const pipe = new Pipe({ direction, source: from, sink, windowBytes });
  from.on("data", (bytes) => pipe.take(bytes as Uint8Array));
  from.once("end", () => pipe.end());
  // Reset by its peer, or never reached: the other side gets to know after what came before.
  from.once("error", () => pipe.reset());
  return pipe;
}
