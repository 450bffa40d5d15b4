/** A web site of somebody else, at an origin of its own, with pictures that others may read and some that they may not. */

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { deferred } from "../setup/deferred.ts";

export const panda = readFileSync("dist/app/samples/panda.jpg");

const OPEN = { "access-control-allow-origin": "*" };

type Reply = (response: ServerResponse) => unknown;

export class PictureSite {
  /** Requests so far. */
  readonly requests: IncomingMessage[] = [];
  /** Resolves when a reader of `/half.jpg` has gone. */
  readonly left: Promise<void>;
  /** Such as `127.0.0.1:4321`. */
  readonly host: string;
  readonly #server: ReturnType<typeof createServer>;

  private constructor(server: ReturnType<typeof createServer>, left: Promise<void>) {
    this.#server = server;
    this.left = left;
    this.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async start(): Promise<PictureSite> {
    const left = deferred<void>();
    const jpeg = { ...OPEN, "content-type": "image/jpeg" };
    const replies: Record<string, Reply> = {
      "/open.jpg": (response) => response.writeHead(200, jpeg).end(panda),
      "/closed.jpg": (response) => response.writeHead(200, { "content-type": "image/jpeg" }).end(panda),
      "/moved": (response) => response.writeHead(302, { ...OPEN, location: "/open.jpg" }).end(),
      "/page": (response) =>
        response
          .writeHead(200, { ...OPEN, "content-type": "text/html" })
          .end("<!doctype html><html>No picture"),
      "/notes": (response) => response.writeHead(200, OPEN).end("No picture"),
      "/large.jpg": (response) => response.writeHead(200, { ...jpeg, "content-length": 200e6 }).write(panda),
      "/half.jpg": (response) => {
        response.writeHead(200, { ...jpeg, "content-length": panda.length });
        response.write(panda.subarray(0, Math.ceil(panda.length / 2)));
        response.on("close", () => left.resolve());
      },
    };
    const gone: Reply = (response) => response.writeHead(404, OPEN).end();
    const server = createServer((request, response) => {
      site.requests.push(request);
      (replies[request.url!] ?? gone)(response);
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const site = new PictureSite(server, left.promise);
    return site;
  }

  address(path: string): string {
    return `http://${this.host}${path}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
