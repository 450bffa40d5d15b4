/** A TCP port to listen on. */

import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

interface Listener {
  /** The port, also where 0 asked for a free one. */
  port: number;
  /** Takes no more connections from now on, and ends those there are after `lastWords`; resolves when both are done. */
  close(lastWords: Promise<void>): Promise<void>;
}

/**
 * grpc-js could bind the port itself, but would print a line of its own on failure and tell the reason in a list.
 * @throws Error with one sentence that names the port, when it is taken or can't be had
 */
export function listen(
  host: string,
  port: number,
  onConnection: (socket: Socket) => void,
): Promise<Listener> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
    onConnection(socket);
  });
  const close = async (lastWords: Promise<void>) => {
    const closed = once(server, "close");
    server.close();
    await lastWords;
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException) => reject(new Error(reason(error, host, port)));
    server.once("error", fail);
    try {
      server.listen(port, host, () => {
        server.off("error", fail);
        resolve({ port: (server.address() as AddressInfo).port, close });
      });
    } catch (error) {
      fail(error as NodeJS.ErrnoException);
    }
  });
}

function reason({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} on ${host} is already in use: give --worker ${host}:${port} if a Serving runs there, or another port with --worker-port.`;
    case "EACCES":
      return `Port ${port} on ${host} is not permitted for this user: choose a port of 1024 or above.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `Port ${port} can't be opened on ${host}, which is not an address of this machine: try 127.0.0.1 or 0.0.0.0.`;
    default:
      return `Port ${port} on ${host} can't be opened: ${message}`;
  }
}
