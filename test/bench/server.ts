/**
 * The server of the bench, on loopback: the page, replies made beforehand, and what the page posts. It takes
 * requests in as fast as Node can and does nothing with them.
 */

import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { concat } from "../../src/wire/bytes.ts";
import { frameHeader, TRAILERS_FLAG } from "../../src/wire/frame.ts";
import { encodeInstances } from "../../src/wire/instance.ts";
import { encodeRequest } from "../../src/wire/request.ts";
import { formatTrailers } from "../../src/wire/trailers.ts";
import { inputsOf } from "./inputs.ts";
import { collect, Posts } from "./posts.ts";
import { makeReply, makeWork, WORKS } from "./work.ts";

const frame = (flags: number, content: Uint8Array) => concat([frameHeader(flags, content.length), content]);

interface Expected {
  request: Buffer;
  reply: Buffer;
}

async function expected(work: (typeof WORKS)[number]): Promise<Expected> {
  const spec = { name: "servable", method: "method", version: 0n };
  const { parts } = encodeRequest({ spec, instances: encodeInstances(inputsOf(makeWork(work))) }, [2]);
  const request = frame(0, new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer()));
  const trailers = frame(TRAILERS_FLAG, formatTrailers([["grpc-status", "0"]]));
  return { request: Buffer.from(request), reply: Buffer.from(concat([frame(0, makeReply(work)), trailers])) };
}

const PAGE =
  '<!doctype html><meta charset="utf-8"><title>bench</title><script type="module" src="/page.js"></script>';

export interface BenchServer {
  address: string;
  /** What the page posts. */
  posts: Posts;
  close(): void;
}

export async function startServer(pageCode: string): Promise<BenchServer> {
  const works = new Map<string, Expected>();
  for (const work of WORKS) works.set(work, await expected(work));
  const posts = new Posts();

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const [, first, second] = request.url!.split(/[/?]/);
    if (request.method === "GET") {
      const script = first === "page.js";
      response.writeHead(200, {
        "content-type": script ? "text/javascript" : "text/html",
        // With both the page's clock has a resolution of 5 µs.
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
      });
      response.end(script ? pageCode : PAGE);
      return;
    }
    if (first === "post") return posts.receive(second!, request, response);
    const work = works.get(first === "check" ? second! : first!)!;
    const right =
      first === "check"
        ? (await collect(request)).equals(work.request)
        : (await count(request)) === work.request.length;
    if (!right) return void response.writeHead(400).end("other bytes than the raw request's");
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
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function count(request: IncomingMessage): Promise<number> {
  return new Promise((done, fail) => {
    let bytes = 0;
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
    });
    request.on("end", () => done(bytes));
    request.on("error", fail);
  });
}
