/**
 * Is the worker there? Releases differ in whether they answer gRPC's health service, so the only question that
 * all of them understand is a TCP connection.
 */
import { connect } from "node:net";
import type { Address } from "../machine/index.ts";

/** Resolves to whether the worker accepts a connection within `timeoutMs`. Never rejects. */
export function isWorkerUp(worker: Address, timeoutMs = 1000): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: worker.host, port: worker.port });
    const settle = (up: boolean) => {
      socket.destroy();
      resolve(up);
    };
    socket.setTimeout(timeoutMs, () => settle(false));
    socket.once("connect", () => settle(true));
    socket.once("error", () => settle(false));
  });
}
