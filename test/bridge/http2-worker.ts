/**
 * An HTTP/2 server that answers in ways that no well-behaved worker does.
 */
import { createServer, type Http2Server, type IncomingHttpHeaders, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export const GRPC_HEADERS = { ":status": 200, "content-type": "application/grpc+proto" };

export interface RawWorker {
  address: string;
  server: Http2Server;
}

export async function startHttp2Worker(
  onStream: (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => void,
): Promise<RawWorker> {
  const server = createServer();
  const sessions = new Set<{ destroy(): void }>();
  server.on("session", (session) => {
    sessions.add(session);
    // A connection that the other side has cut is what these tests are about.
    session.on("error", () => {});
  });
  server.on("stream", (stream, headers) => {
    stream.on("error", () => {});
    onStream(stream, headers);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => {
    for (const session of sessions) session.destroy();
    server.close();
  });
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** Answers a call whole: one frame, then the trailers. */
export function answerCall(
  stream: ServerHttp2Stream,
  frame: Buffer,
  trailers: Record<string, string | string[]>,
): void {
  stream.respond(GRPC_HEADERS, { waitForTrailers: true });
  stream.on("wantTrailers", () => stream.sendTrailers(trailers));
  stream.end(frame);
}
