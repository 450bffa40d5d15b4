/** Listens in the place of tests that can't, and has the files of their page: see reply-server.ts. */

import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { PAGE, WORKER } from "../browser/realm.ts";
import { deadAddress } from "../setup/reply-server.ts";

/** Told to the realm, one JSON text a line. */
export type HubEvent =
  | {
      type: "request";
      server: number;
      request: number;
      url: string;
      headers: Record<string, string>;
      body: string;
    }
  | { type: "close"; request: number };

/** Asked of the hub. */
export type HubCommand = { type: "dead-address" } | { type: "respond"; request: number; step: Step };

type Step =
  | { type: "head"; status: number; headers: Record<string, string> }
  | { type: "write" | "end"; bytes: string }
  | { type: "destroy" };

export class Hub {
  readonly #folder: string;
  readonly #server: Server;
  readonly #responses: ServerResponse[] = [];
  #events: ServerResponse | undefined;

  private constructor(folder: string) {
    this.#folder = folder;
    // Long enough that no connection is ended by this side while a test works without a call.
    this.#server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  /** @param folder has the bundled suite */
  static async start(folder: string): Promise<Hub> {
    const hub = new Hub(folder);
    await new Promise<void>((listening) => hub.#server.listen(0, "127.0.0.1", listening));
    return hub;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((closed) => this.#server.close(closed));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url!;
    if (path === "/hub/events") {
      this.#events = response.writeHead(200, { "content-type": "application/x-ndjson" });
      response.write("\n"); // Only now does the realm's fetch have its reply.
    } else if (path === "/hub/command") {
      response.end(await this.#command(JSON.parse(String(await bodyOf(request))) as HubCommand));
    } else if (path.startsWith("/server/")) {
      await this.#relay(request, response);
    } else {
      await this.#file(path, response);
    }
  }

  async #relay(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , server, ...rest] = request.url!.split("/");
    const body = (await bodyOf(request)).toString("base64");
    const number = this.#responses.push(response) - 1;
    response.on("close", () => this.#tell({ type: "close", request: number }));
    const headers = request.headers as Record<string, string>;
    const url = `/${rest.join("/")}`;
    this.#tell({ type: "request", server: Number(server), request: number, url, headers, body });
  }

  #tell(event: HubEvent): void {
    this.#events!.write(`${JSON.stringify(event)}\n`);
  }

  async #command(command: HubCommand): Promise<string> {
    if (command.type === "dead-address") return deadAddress();
    const response = this.#responses[command.request]!;
    const { step } = command;
    if (step.type === "head") response.writeHead(step.status, step.headers);
    else if (step.type === "destroy") response.destroy();
    else if (step.type === "end") response.end(Buffer.from(step.bytes, "base64"));
    else await new Promise((written) => response.write(Buffer.from(step.bytes, "base64"), written));
    return "";
  }

  async #file(path: string, response: ServerResponse): Promise<void> {
    if (path === "/") {
      response.writeHead(200, { "content-type": "text/html" }).end(PAGE);
      return;
    }
    const script = path === "/worker.js" ? WORKER : await readFile(join(this.#folder, path)).catch(() => "");
    response.writeHead(script === "" ? 404 : 200, { "content-type": "text/javascript" }).end(script);
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}
