/**
 * `ReplyServer` of test/setup for a test that can't listen itself: the hub listens in its place, tells of each
 * request, and does to the response what the test does to this one.
 */

import type { PredictReply } from "../../src/wire/message.ts";
import { fromBase64, toBase64 } from "../setup/bytes.ts";
import { bytesAnswer, repliesAnswer } from "../setup/reply-body.ts";
import type { HubCommand, HubEvent } from "./hub.ts";

export * from "../setup/reply-body.ts";

let hub = "";
const servers = new Map<number, ReplyServer>();
const responses = new Map<number, RelayedResponse>();

/** Listens to the hub; gives a function that stops it. */
export async function connect(address: string): Promise<() => void> {
  hub = address;
  const controller = new AbortController();
  const stream = await fetch(`${hub}/hub/events`, { signal: controller.signal });
  void follow(stream.body!.pipeThrough(new TextDecoderStream())).catch(() => {});
  return () => controller.abort();
}

async function follow(stream: ReadableStream<string>): Promise<void> {
  const reader = stream.getReader();
  let rest = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop()!;
    for (const line of lines) if (line !== "") receive(JSON.parse(line) as HubEvent);
  }
}

function receive(event: HubEvent): void {
  if (event.type === "close") {
    responses.get(event.request)?.closed();
    responses.delete(event.request);
    return;
  }
  const response = new RelayedResponse(event.request);
  responses.set(event.request, response);
  const server = servers.get(event.server);
  const seen: SeenRequest = { url: event.url, headers: event.headers, body: fromBase64(event.body) };
  server?.requests.push(seen);
  server?.answer(seen, response, undefined);
}

async function command(body: HubCommand): Promise<string> {
  const reply = await fetch(`${hub}/hub/command`, { method: "POST", body: JSON.stringify(body) });
  return reply.text();
}

/** As much of Node's `ServerResponse` as the tests use. */
class RelayedResponse {
  readonly #request: number;
  #last: Promise<unknown> = Promise.resolve();
  readonly #onClose: (() => void)[] = [];
  #isClosed = false;

  constructor(request: number) {
    this.#request = request;
  }

  writeHead(status: number, headers: Record<string, string> = {}): this {
    this.#do({ type: "head", status, headers });
    return this;
  }

  write(bytes: Uint8Array, done?: () => void): void {
    this.#do({ type: "write", bytes: toBase64(bytes) }).then(done);
  }

  end(bytes: Uint8Array = new Uint8Array()): this {
    this.#do({ type: "end", bytes: toBase64(bytes) });
    return this;
  }

  destroy(): void {
    this.#do({ type: "destroy" });
  }

  on(_: "close", listener: () => void): void {
    if (this.#isClosed) listener();
    else this.#onClose.push(listener);
  }

  closed(): void {
    this.#isClosed = true;
    for (const listener of this.#onClose) listener();
  }

  #do(
    step: HubCommand extends infer C ? (C extends { step: infer S } ? S : never) : never,
  ): Promise<unknown> {
    this.#last = this.#last.then(() => command({ type: "respond", request: this.#request, step }));
    return this.#last;
  }
}

export interface SeenRequest {
  url: string;
  headers: Record<string, string>;
  body: Uint8Array;
}

export type Answer = (request: SeenRequest, response: RelayedResponse, raw: undefined) => unknown;

export class ReplyServer {
  readonly requests: SeenRequest[] = [];
  answer: Answer = () => {};
  readonly #id = servers.size + 1;

  static async start(): Promise<ReplyServer> {
    const server = new ReplyServer();
    servers.set(server.#id, server);
    return server;
  }

  get address(): string {
    return `${hub}/server/${this.#id}`;
  }

  answerBytes(body: Uint8Array, headers: Record<string, string> = {}, status = 200): void {
    this.answer = bytesAnswer(body, headers, status);
  }

  answerReplies(...replies: PredictReply[]): void {
    this.answer = repliesAnswer(replies);
  }

  async close(): Promise<void> {
    this.answer = (_, response) => response.destroy();
  }
}

/** An address where nobody listens. */
export const deadAddress = () => command({ type: "dead-address" });
