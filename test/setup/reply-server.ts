/**
 * A stand-in for the proxy: a real HTTP server that answers every call with bytes made by the test. For replies
 * that no healthy server sends, and to see what a request looks like on the wire.
 */

import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { PredictReply } from "../../src/wire/message.ts";
import { bytesAnswer, repliesAnswer } from "./reply-body.ts";

export * from "./reply-body.ts";

export interface SeenRequest {
  url: string;
  headers: IncomingHttpHeaders;
  /** The body with its frame header. */
  body: Uint8Array;
}

export type Answer = (request: SeenRequest, response: ServerResponse, raw: IncomingMessage) => unknown;

/** A proxy's sign of life. */
export const ALIVE: { type: string; body: string | Uint8Array } = { type: "text/plain", body: "ok" };

export class ReplyServer {
  readonly requests: SeenRequest[] = [];
  answer: Answer = () => {};
  /** Set, it is given each call in `answer`'s place, before its body is read. */
  early: ((request: IncomingMessage, response: ServerResponse) => unknown) | undefined;
  /** Files for GET, by path; everything else goes to `answer`. */
  readonly documents = new Map([["/healthz", ALIVE]]);
  /** Calls that have neither been answered nor given up. */
  readonly #open = new Set<ServerResponse>();
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** @param port 0 for any that is free */
  static async start(port = 0): Promise<ReplyServer> {
    // Long enough that no connection between two calls of a test is ended by the server.
    const server = createServer({ keepAliveTimeout: 60_000 });
    const self = new ReplyServer(server);
    server.on("request", async (request, response): Promise<unknown> => {
      const document = request.method === "GET" && self.documents.get(request.url!);
      if (document) {
        return response.writeHead(200, { "content-type": document.type }).end(document.body);
      }
      self.#open.add(response);
      response.on("close", () => self.#open.delete(response));
      if (self.early) return self.early(request, response);
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of request) chunks.push(chunk);
      } catch {
        return undefined; // The client gave up while sending.
      }
      const seen = { url: request.url!, headers: request.headers, body: Buffer.concat(chunks) };
      self.requests.push(seen);
      return self.answer(seen, response, request);
    });
    await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
    return self;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Every call is answered with these bytes. */
  answerBytes(body: Uint8Array, headers: Record<string, string> = {}, status = 200): void {
    this.answer = bytesAnswer(body, headers, status);
  }

  /** Each call is answered with the next of these replies; the last one stays. */
  answerReplies(...replies: PredictReply[]): void {
    this.answer = repliesAnswer(replies);
  }

  /** Cuts every call that is open. */
  cut(): void {
    for (const { socket } of this.#open) socket?.destroy();
  }

  /** Waits until no call is open: each was answered, or its client hung up. */
  async idle(): Promise<void> {
    await Promise.all([...this.#open].map((response) => once(response, "close")));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }
}

/** An address where nobody listens. */
export async function deadAddress(): Promise<string> {
  const server = await ReplyServer.start();
  const { address } = server;
  await server.close();
  return address;
}
