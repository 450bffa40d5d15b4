/** Ports of this machine. */

import { createServer } from "node:net";

interface PortRequest {
  host: string;
  port: number;
  /** The command's option for the port, for an error's text. Default `--port`. */
  option?: string | undefined;
}

/**
 * The port itself, or a free one for 0. For programs whose own words on a taken port are long, or say little.
 * @throws Error with one sentence when the port can't be had
 */
export function claimPort(request: PortRequest): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(listenError(error, request)));
    server.listen(request.port, request.host, () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** One sentence on why a server can't listen, and what to do. */
export function listenError(error: NodeJS.ErrnoException, request: PortRequest): Error {
  const { host, port, option = "--port" } = request;
  const why: Record<string, string> = {
    EADDRINUSE: `port ${port} is in use by another program: choose another with ${option}`,
    EACCES: `port ${port} needs a privileged user: choose one above 1023 with ${option}`,
    EADDRNOTAVAIL: `this machine has no address ${host}: choose another with --host`,
    ENOTFOUND: `${host} has no address: choose another with --host`,
  };
  return new Error(why[error.code ?? ""] ?? `cannot listen on ${host} port ${port}: ${error.message}`, {
    cause: error,
  });
}
