/**
 * The server of the bench, on loopback: pages, replies made beforehand, and what a page posts. It takes requests in
 * as fast as Node can and does nothing with them.
 */

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { concat } from "../../src/wire/bytes.ts";
import { frameHeader, TRAILERS_FLAG } from "../../src/wire/frame.ts";
import { encodeInstances } from "../../src/wire/instance.ts";
import { encodeRequest } from "../../src/wire/request.ts";
import { formatTrailers } from "../../src/wire/trailers.ts";
import { Documents } from "./documents.ts";
import { inputsOf } from "./inputs.ts";
import { collect, Posts } from "./posts.ts";
import { makeReply } from "./reply.ts";
import { isExpected } from "./requests.ts";
import { LINK_ONLY, makeWork, WORKS, type WorkName } from "./work.ts";

const frame = (flags: number, content: Uint8Array) => concat([frameHeader(flags, content.length), content]);

interface Expected {
  request: Buffer;
  reply: Buffer;
}

async function expected(work: WorkName): Promise<Expected> {
  const spec = { name: "servable", method: "method", version: 0n };
  const { parts } = encodeRequest({ spec, instances: encodeInstances(inputsOf(makeWork(work))) }, [2]);
  const request = frame(0, new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer()));
  const trailers = frame(TRAILERS_FLAG, formatTrailers([["grpc-status", "0"]]));
  return { request: Buffer.from(request), reply: Buffer.from(concat([frame(0, makeReply(work)), trailers])) };
}

/** Gives the answer to what a page asks the bench, as JSON. */
export type Ask = (question: unknown) => Promise<unknown>;

export interface BenchServer {
  address: string;
  port: number;
  /** What the page posts. */
  posts: Posts;
  /** Scripts that pages load; more may be added. */
  documents: Documents;
  /** Answers what pages ask at `/ask`. */
  onAsk(ask: Ask): void;
  close(): Promise<void>;
}

/** @param stacks each stack's module, by name */
export async function startServer(page: string, stacks: ReadonlyMap<string, string>): Promise<BenchServer> {
  const works = new Map<string, Expected>();
  for (const work of [...WORKS, ...LINK_ONLY]) works.set(work, await expected(work));
  const posts = new Posts();
  const documents = new Documents();
  documents.add("/page.js", page);
  for (const [name, code] of stacks) documents.add(`/stacks/${name}.js`, code);
  let ask: Ask = () => Promise.reject(new Error("nothing is to be asked here"));

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const [, first, second] = request.url!.split(/[/?]/);
    if (request.method === "GET") return documents.answer(request, response);
    if (first === "post") return posts.receive(second!, request, response);
    if (first === "ask") {
      const question: unknown = JSON.parse((await collect(request)).toString());
      return void response.end(JSON.stringify(await ask(question)));
    }
    const checked = first === "check";
    const work = works.get(checked ? second! : first!)!;
    if (!(await isExpected(request, work.request, checked))) {
      return void response.writeHead(400).end("other bytes than the raw request's");
    }
    response.writeHead(200, {
      "content-type": "application/grpc-web+proto",
      "content-length": work.reply.length,
      "cache-control": "no-store",
    });
    response.end(work.reply);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    posts,
    documents,
    onAsk(given) {
      ask = given;
    },
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
